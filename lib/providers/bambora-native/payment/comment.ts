import type { OperationCommand } from '../../port'

/** The longest comment that the API takes (fact sheet §4). */
const LENGTH = 256

/** Our own part of a reference; see `createReference` in lib/operations/runner/run-operation.ts. */
const OWN_REFERENCE = /(^|\s)pd-[0-9a-f]{32}(?=\s|$)/

/**
 * The only thing that goes along with an operation and may come back with it: our reference, with
 * the reason behind it as far as there is room.
 */
export function commentFor({ reference, reason }: OperationCommand): string {
  return [...(reason === null ? reference : `${reference} – ${reason}`)].slice(0, LENGTH).join('')
}

/** The reference inside a comment that we wrote; null for any other. */
export function readReference(comment: string | null | undefined): string | null {
  const own = OWN_REFERENCE.exec(comment ?? '')
  return own === null || comment === null || comment === undefined
    ? null
    : comment.slice(0, own.index + own[0].length)
}
