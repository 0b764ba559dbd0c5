import { dictionary } from '@zxcvbn-ts/language-common'
import { LIMITS } from '@/lib/config/limits'

/** Those of the list that are long enough to be chosen at all. */
const COMMON = new Set(
  dictionary['passwords-common'].filter(({ length }) => length >= LIMITS.access.passwordShortest),
)

/**
 * Words that stand on every page of Paydesk or belong to its trade: the first that an attacker adds
 * to a list. Documented in docs/security/asvs.md (6.1.2).
 */
const CONTEXT_WORDS = [
  ...['paydesk', 'payment', 'betaling', 'refund', 'capture', 'merchant', 'checkout', 'support'],
  ...['password', 'passord', 'admin', 'dintero', 'bambora', 'klarna', 'billie', 'oppwa'],
]

/** Characters that a password must have besides such words and those of its person. */
const OWN_LENGTH = 8

/** Shorter parts of a name stand in many words. */
const SHORTEST_PART = 3

/** A text of up to so many characters, typed again and again, adds little to be guessed. */
const REPEATED_LENGTH = 6

/**
 * True for a password that attackers try first: one of a list of common ones, however its letters
 * are written, or a short text that is repeated.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase()
  return COMMON.has(text) || isRepeated(text)
}

/**
 * True for a password that is little more than words of this product and of its person.
 * @param about the person's name and e-mail address, as far as they are known
 */
export function isPasswordOfContext(password: string, about: readonly string[]): boolean {
  const parts = about.flatMap((text) => simplify(text).split(/[^\p{L}\p{N}]+/u))
  const words = [...CONTEXT_WORDS, ...parts.filter(({ length }) => length >= SHORTEST_PART)]
  // The longest first, so that a short one leaves no rest of it.
  const ordered = words.toSorted((one, other) => other.length - one.length)
  const rest = ordered.reduce((text, word) => text.replaceAll(word, ''), simplify(password))
  return [...rest].length < OWN_LENGTH
}

/** In small letters, and one form of each character. */
function simplify(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function isRepeated(text: string): boolean {
  for (let length = 1; length <= REPEATED_LENGTH; length += 1) {
    const part = text.slice(0, length)
    if (part.repeat(Math.ceil(text.length / length)).startsWith(text)) return true
  }
  return false
}
