import { LIMITS } from '@/lib/config/limits'
import { ROLES } from '@/lib/domain/access/permission'
import type { PersonRefusal } from '@/lib/domain/operation/result'

const { personNameLength, passwordShortest, passwordLength } = LIMITS.access

const WORDS: Readonly<Record<PersonRefusal, string>> = {
  email_malformed: 'That is no e-mail address.',
  email_taken: 'A person with this e-mail address exists already.',
  name_malformed: `The name must have a letter or digit, at most ${personNameLength} characters, no line break, and none that is invisible.`,
  role_unknown: `There is no such role. Roles: ${ROLES.join(', ')}.`,
  role_above_own: 'That role has permissions which you do not have.',
  scope_empty: 'Say at least one connection.',
  scope_above_own: 'You do not see all of these connections.',
  person_above_own: 'This person sees connections which you do not.',
  connection_unknown: 'There is no such connection. npm run people -- list shows all.',
  own_account: 'That is your own account.',
  actor_changed: 'Your own role or scope has changed meanwhile.',
  person_disabled: 'This person is disabled. Enable the account first.',
  password_common: 'This password is too common: it is among the first that an attacker tries.',
  password_personal:
    'This password is mostly a name, an e-mail address or a word of this product: an attacker tries such ones early.',
  password_too_short: `The password is too short: it must have at least ${passwordShortest} characters.`,
  password_too_long: `The password is too long: it may have at most ${passwordLength} characters.`,
  password_malformed: 'The password must be one line of text, without control characters.',
  address_malformed: 'That is no network address.',
  unknown_person: 'There is no person with this e-mail address. npm run people -- list shows all.',
  signs_in_by_provider: 'This person signs in by single sign-on and has no password here.',
  local_ways_off:
    'Local passwords are switched off, so that a password or a link would let no one in. npm run people -- single-sign-on local-passwords --on switches them on.',
  emergency_admin:
    'This is the emergency admin, who is the only one to sign in by password. Name another one first, or switch local passwords on: npm run people -- single-sign-on local-passwords.',
  last_admin:
    'This is the last admin of all connections who can sign in. Make another person one first: add, role, connections or enable.',
}

/** The reason why a person was not added or changed. */
export function describeRefusal(refusal: PersonRefusal): string {
  return `${WORDS[refusal]} Nothing was changed.`
}
