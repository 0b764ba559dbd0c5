import { TEXT_LIMITS } from './text-limits'

export const REASONS = {
  refund: ['Returned', 'Damaged', 'Not delivered', 'Price correction', 'Goodwill', 'Other'],
  void: ['Out of stock', 'Customer cancelled', 'Duplicate order', 'Suspected fraud', 'Other'],
  extend_authorization: ['Waiting for stock', 'Customer asked to wait', 'Made to order', 'Other'],
} as const

const OTHER = 'Other'
const BETWEEN = ': '

export interface ReasonEntry {
  readonly reason: string
  readonly note: string
}

export const NO_REASON: ReasonEntry = { reason: '', note: '' }

/** What is sent: "Returned: too small". */
export function reasonText({ reason, note }: ReasonEntry): string {
  return note.trim() === '' ? reason : `${reason}${BETWEEN}${note.trim()}`
}

/** What is missing; "Other" alone tells nobody anything. */
export function reasonProblem({ reason, note }: ReasonEntry): 'reason' | 'note' | null {
  if (reason === '') return 'reason'
  return reason === OTHER && note.trim() === '' ? 'note' : null
}

/** How long the note may be, so that the reason before it still fits. */
export function noteLength(reason: string): number {
  return TEXT_LIMITS.reason - reason.length - BETWEEN.length
}
