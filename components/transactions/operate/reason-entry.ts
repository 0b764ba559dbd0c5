import { TEXT_LIMITS } from '@/lib/config/browser-limits'
import { noteRoom, pickedReason, type ReasonCode } from '@/lib/domain/operation/reasons'

export interface ReasonEntry {
  /** Null until one is picked. */
  readonly reason: ReasonCode | null
  readonly note: string
}

export const NO_REASON: ReasonEntry = { reason: null, note: '' }

/** The reason as it is stored and sent; empty until one is picked. */
export function reasonText({ reason, note }: ReasonEntry): string {
  return reason === null ? '' : pickedReason(reason, note)
}

/** "Other" needs a note, because it names no reason. */
export function needsNote(reason: ReasonCode | null): boolean {
  return reason === 'other'
}

/** The error of a missing reason or note. */
export function reasonProblem({ reason, note }: ReasonEntry): 'reason' | 'note' | null {
  if (reason === null) return 'reason'
  return needsNote(reason) && note.trim() === '' ? 'note' : null
}

/** The maximum length of the note, in characters, with room for the reason before it. */
export function noteLength(reason: ReasonCode | null): number {
  return reason === null ? TEXT_LIMITS.reason : noteRoom(reason, TEXT_LIMITS.reason)
}
