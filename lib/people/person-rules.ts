import { LIMITS } from '@/lib/config/limits'
import type { PersonRequest } from '@/lib/domain/access/actor'
import { holdsAll, ROLES, type Role } from '@/lib/domain/access/permission'
import { isScopeWithin, type Scope } from '@/lib/domain/access/scope'
import type { PersonRefusal } from '@/lib/domain/operation/result'
import { isCommonPassword, isPasswordOfContext } from './common-passwords'

/** What is wrong about a password that was chosen. */
export type PasswordProblem = Extract<PersonRefusal, `password_${string}`>

export type PersonResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: PersonRefusal }

/** A refusal by its code. */
export function refuse(refusal: PersonRefusal): PersonResult<never> {
  return { ok: false, refusal }
}

/** The role of this name; null when there is none. */
export function parseRole(text: string): Role | null {
  return ROLES.find((role) => role === text) ?? null
}

/**
 * True when who asks may give this role, or change a person who has it: only a role whose
 * permissions are all among their own. The command line of the server may give every role.
 */
export function mayGive({ actor }: PersonRequest, role: Role): boolean {
  return actor === null || holdsAll(actor.role, role)
}

/**
 * True when who asks may give this scope, or change a person who has it: only connections that they
 * see themselves. The command line of the server may give all.
 */
export function mayGiveScope({ actor }: PersonRequest, scope: Scope): boolean {
  return actor === null || isScopeWithin(scope, actor.scope)
}

/**
 * Characters that no name has: of control, of another line, halves of a pair, and all that is not
 * seen, such as what turns the direction of writing or makes two equal names differ. The two joiners
 * (U+200C, U+200D) are not seen either, but Persian and Hindi names are written with them.
 */
const NOT_IN_NAMES =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}]/u

/**
 * A person's name, trimmed and composed (NFC). Null when it is too long, has no letter or digit, or
 * a character that is not seen.
 */
export function parseName(text: string): string | null {
  return parseVisibleName(text, LIMITS.access.personNameLength)
}

/** Any name of at most `most` characters, as `parseName` reads a person's. */
export function parseVisibleName(text: string, most: number): string | null {
  const name = text.trim().normalize('NFC')
  const isName = /[\p{L}\p{N}]/u.test(name) && name.length <= most
  return isName && !NOT_IN_NAMES.test(name) ? name : null
}

/**
 * The reason why a password cannot be chosen, or null when it can. Lengths are counted in
 * characters; a control character is one that a sign-in form cannot send.
 * @param about the name and e-mail address of whose password it will be
 */
export function findPasswordProblem(
  password: string,
  about: readonly string[],
): PasswordProblem | null {
  const { passwordShortest, passwordLength } = LIMITS.access
  if ([...password].length < passwordShortest) return 'password_too_short'
  if (password.length > passwordLength) return 'password_too_long'
  if (/\p{Cc}/u.test(password)) return 'password_malformed'
  if (isCommonPassword(password)) return 'password_common'
  return isPasswordOfContext(password, about) ? 'password_personal' : null
}
