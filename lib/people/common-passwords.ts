import { dictionary } from '@zxcvbn-ts/language-common'
import { LIMITS } from '@/lib/config/limits'

/** Those of the list that are long enough to be chosen at all. */
const COMMON = new Set(
  dictionary['passwords-common'].filter(({ length }) => length >= LIMITS.access.passwordShortest),
)

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

function isRepeated(text: string): boolean {
  for (let length = 1; length <= REPEATED_LENGTH; length += 1) {
    const part = text.slice(0, length)
    if (part.repeat(Math.ceil(text.length / length)).startsWith(text)) return true
  }
  return false
}
