import { searchKey } from './search-key'

/** Characters of a tag, and tags of one payment. The table's CHECK says the same of the characters. */
export const TAG_LIMITS = { length: 40, perPayment: 20 } as const

/** A tag of a payment, and who put it there. */
export interface Tag {
  readonly tag: string
  readonly actorName: string
  readonly taggedAt: Date
}

/** Letters, digits, and between them blanks, dots, dashes and low lines. */
const SHAPE = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._-]*[\p{L}\p{M}\p{N}])?$/u

/** A tag as it is kept and compared; null for a text that is none. */
export function readTag(text: string): string | null {
  const tag = searchKey(text)
  return tag.length <= TAG_LIMITS.length && SHAPE.test(tag) ? tag : null
}
