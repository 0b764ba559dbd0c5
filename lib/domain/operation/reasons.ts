/** The reasons that people pick from, by operation. "Other" needs a note, because it names none. */
export const REASONS = {
  refund: ['returned', 'damaged', 'not_delivered', 'price_correction', 'goodwill', 'other'],
  void: ['out_of_stock', 'customer_cancelled', 'duplicate_order', 'suspected_fraud', 'other'],
  extend_authorization: ['waiting_for_stock', 'customer_asked_to_wait', 'made_to_order', 'other'],
  charge_again: ['subscription', 'added_later', 'damage_or_fee', 'other'],
  pay_out: ['refund_too_late', 'goodwill', 'winnings', 'other'],
  confirm_receipt: ['bank_transfer_seen', 'other'],
} as const

export type ReasonCode = (typeof REASONS)[keyof typeof REASONS][number]

/** Every reason once. */
export const REASON_CODES: readonly ReasonCode[] = [...new Set(Object.values(REASONS).flat())]

const BETWEEN = ': '

/** A picked reason and what was noted, as they are kept and sent: "not_delivered: never came". */
export function pickedReason(code: ReasonCode, note: string): string {
  return pickedNote(code, note.trim())
}

/** The characters left for a note in a text of at most `length` characters. */
export function noteRoom(code: ReasonCode, length: number): number {
  return length - code.length - BETWEEN.length
}

/** The reason that was picked and its note; a null code where the text was written freely. */
export function readReason(text: string): {
  readonly code: ReasonCode | null
  readonly note: string
} {
  const [first = '', ...rest] = text.split(BETWEEN)
  const code = REASON_CODES.find((known) => known === first)
  return code === undefined ? { code: null, note: text } : { code, note: rest.join(BETWEEN) }
}

/** A reason as a provider shows it to others, with the picked code in words: "Not delivered: never came". */
export function reasonInWords(text: string): string {
  const { code, note } = readReason(text)
  if (code === null) return text
  const words = code.replaceAll('_', ' ')
  return pickedNote(`${words.charAt(0).toUpperCase()}${words.slice(1)}`, note)
}

function pickedNote(picked: string, note: string): string {
  return note === '' ? picked : `${picked}${BETWEEN}${note}`
}
