/** The reasons that people pick from, by operation. "Other" needs a note, because it names none. */
export const REASONS = {
  refund: ['returned', 'damaged', 'not_delivered', 'price_correction', 'goodwill', 'other'],
  void: ['out_of_stock', 'customer_cancelled', 'duplicate_order', 'suspected_fraud', 'other'],
  extend_authorization: ['waiting_for_stock', 'customer_asked_to_wait', 'made_to_order', 'other'],
  charge_again: ['subscription', 'added_later', 'damage_or_fee', 'other'],
  pay_out: ['refund_too_late', 'goodwill', 'winnings', 'other'],
  confirm_receipt: ['bank_transfer_seen', 'other'],
} as const

type BuiltInReasonCode = (typeof REASONS)[keyof typeof REASONS][number]

/** Begins the code of a reason that the business added; the rest is its first name, in small letters. */
const OWN = 'own_'

export type ReasonCode = BuiltInReasonCode | `own_${string}`

/** Every built-in reason once. */
export const REASON_CODES: readonly BuiltInReasonCode[] = [
  ...new Set(Object.values(REASONS).flat()),
]

/** A reason as the business lists it. One that was stored stays in the list for good. */
export interface ListedReason {
  readonly code: ReasonCode
  /** The name that the business gave it, in every language; null for the words built in. */
  readonly name: string | null
  /** True when it is not offered any more. */
  readonly isRetired: boolean
}

/** The operations whose reasons a business lists itself. */
export const LISTED_REASON_KINDS = ['refund', 'void'] as const
export type ListedReasonKind = (typeof LISTED_REASON_KINDS)[number]

/** The reasons that are listed until the business lists its own. */
export function builtInReasons(kind: ListedReasonKind): readonly ListedReason[] {
  return REASONS[kind].map((code) => ({ code, name: null, isRetired: false }))
}

/** The codes that people pick from, in their order. */
export function offeredReasons(listed: readonly ListedReason[]): readonly ReasonCode[] {
  return listed.filter(({ isRetired }) => !isRetired).map(({ code }) => code)
}

/**
 * A code for a new reason of this name, which is none of `taken`. It stays readable without the list:
 * where a provider shows the reason to others, and after a restore.
 */
export function ownReasonCode(name: string, taken: readonly string[]): ReasonCode {
  const words = name.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '_')
  const code = `${OWN}${words.replaceAll(/^_+|_+$/g, '')}` as const
  const free = [code, ...taken.map((_, index) => `${code}_${index + 2}` as const)]
  return free.find((candidate) => !taken.includes(candidate)) ?? code
}

/** True for the code of a reason that was built in or added by the business, listed or not. */
export function isReasonCode(text: string): text is ReasonCode {
  return REASON_CODES.some((code) => code === text) || /^own_[\p{L}\p{M}\p{N}_]+$/u.test(text)
}

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
  return isReasonCode(first)
    ? { code: first, note: rest.join(BETWEEN) }
    : { code: null, note: text }
}

/** A reason as a provider shows it to others, with the picked code in words: "Not delivered: never came". */
export function reasonInWords(text: string): string {
  const { code, note } = readReason(text)
  if (code === null) return text
  const words = (code.startsWith(OWN) ? code.slice(OWN.length) : code).replaceAll('_', ' ')
  return pickedNote(`${words.charAt(0).toUpperCase()}${words.slice(1)}`, note)
}

function pickedNote(picked: string, note: string): string {
  return note === '' ? picked : `${picked}${BETWEEN}${note}`
}
