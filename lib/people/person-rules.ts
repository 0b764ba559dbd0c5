import { LIMITS } from '@/lib/config/limits'
import { ROLES, type Role } from '@/lib/domain/access/permission'

/** The reason why a person was not added or changed; nothing was written then. */
export type PersonRefusal =
  | 'email_malformed'
  | 'email_taken'
  | 'name_malformed'
  | 'role_unknown'
  | 'password_too_short'
  | 'password_too_long'
  | 'password_malformed'
  | 'address_malformed'
  | 'unknown_person'
  | 'last_admin'

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

/** A person's name, trimmed; null when it is empty, too long, or holds control characters. */
export function parseName(text: string): string | null {
  const name = text.trim()
  const isName = name !== '' && name.length <= LIMITS.access.personNameLength
  return isName && !/\p{Cc}/u.test(name) ? name : null
}

/**
 * The reason why a password cannot be chosen, or null when it can. Lengths are counted in
 * characters; a control character is one that a sign-in form cannot send.
 */
export function findPasswordProblem(password: string): PersonRefusal | null {
  const { passwordShortest, passwordLength } = LIMITS.access
  if ([...password].length < passwordShortest) return 'password_too_short'
  if (password.length > passwordLength) return 'password_too_long'
  return /\p{Cc}/u.test(password) ? 'password_malformed' : null
}
