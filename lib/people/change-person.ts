import type { Database } from '@/db/client'
import { findPersonByKey } from '@/db/queries/access/list-people'
import { updatePerson, type PersonChange } from '@/db/queries/access/update-person'
import { parseEmail } from '@/lib/access/email-address'
import { hashPassword } from '@/lib/access/passwords'
import { newToken } from '@/lib/access/secret-token'
import type { PersonRequest } from '@/lib/domain/access/actor'
import type { PersonKey } from '@/lib/domain/access/person'
import type { Scope } from '@/lib/domain/access/scope'
import { findScopeProblem } from './find-scope-problem'
import { makeLink, type LinkToPerson } from './link-token'
import { findChangeable } from './may-change'
import { findPasswordProblem, parseRole, refuse, type PersonResult } from './person-rules'

/** The person a change is about, and the text of its audit entry. */
export interface PersonTarget {
  /** An e-mail address as it was typed. */
  readonly person: PersonKey
  readonly request: PersonRequest
}

export interface ChangedPerson {
  readonly email: string
  /** False when the person was that way already; nothing was written then. */
  readonly isChanged: boolean
  readonly sessionsEnded: number
}

/** Gives a person another role, which counts from the next request of open sessions on. */
export async function changeRole(
  database: Database,
  target: PersonTarget,
  roleName: string,
): Promise<PersonResult<ChangedPerson>> {
  const role = parseRole(roleName)
  return role === null ? refuse('role_unknown') : change(database, target, { kind: 'role', role })
}

/** Gives a person another scope, which counts from the next request of open sessions on. */
export async function changeScope(
  database: Database,
  target: PersonTarget,
  scope: Scope,
): Promise<PersonResult<ChangedPerson>> {
  const problem = await findScopeProblem(database, scope, target.request)
  return problem === null ? change(database, target, { kind: 'scope', scope }) : refuse(problem)
}

/** Sets a password and ends all sessions that were opened with the one before. */
export async function changePassword(
  database: Database,
  target: PersonTarget,
  password: string,
): Promise<PersonResult<ChangedPerson>> {
  const key = parseKey(target.person)
  const person = key === null ? null : await findPersonByKey(database, key)
  const problem = findPasswordProblem(password, person === null ? [] : [person.name, person.email])
  if (problem !== null) return refuse(problem)
  const passwordHash = await hashPassword(password)
  return change(database, target, { kind: 'password', passwordHash })
}

/** Keeps a person from signing in and ends all sessions. */
export function disablePerson(database: Database, target: PersonTarget) {
  return change(database, target, { kind: 'disable' })
}

/** Lets a disabled person sign in again; sessions from before stay ended. */
export function enablePerson(database: Database, target: PersonTarget) {
  return change(database, target, { kind: 'enable' })
}

/** Ends all sessions of a person. */
export function signOutPerson(database: Database, target: PersonTarget) {
  return change(database, target, { kind: 'sign_out' })
}

/** Removes all passkeys of a person and ends all sessions. */
export function removePasskeys(database: Database, target: PersonTarget) {
  return change(database, target, { kind: 'remove_passkeys' })
}

/** Takes a lost second factor away, recovery codes included, and ends all sessions. */
export function resetSecondFactor(database: Database, target: PersonTarget) {
  return change(database, target, { kind: 'reset_second_factor', instead: null })
}

export interface ResetByLink {
  /** False when there was no second factor; nothing was written then. */
  readonly isChanged: boolean
  readonly link: LinkToPerson | null
}

/**
 * Takes a lost second factor away as `resetSecondFactor` does, and makes a one-time link in place of
 * the password: without the link, who knows the password comes no further.
 */
export async function resetSecondFactorByLink(
  database: Database,
  { personId, request }: { readonly personId: string; readonly request: PersonRequest },
): Promise<PersonResult<ResetByLink>> {
  const person = { id: personId }
  const { token, link } = makeLink()
  const instead = { link, passwordHash: await hashPassword(newToken()) }
  const requested = { kind: 'reset_second_factor', instead } as const
  const reset = await change(database, { person, request }, requested)
  if (!reset.ok) return reset
  const found = reset.value.isChanged ? await findPersonByKey(database, person) : null
  if (found === null) return { ok: true, value: { isChanged: false, link: null } }
  const { id, name, email, language } = found
  const made = { id, name, email, language, isInvitation: false, token }
  return { ok: true, value: { isChanged: true, link: made } }
}

async function change(
  database: Database,
  { person, request }: PersonTarget,
  requested: PersonChange,
): Promise<PersonResult<ChangedPerson>> {
  const key = parseKey(person)
  if (key === null) return refuse('email_malformed')
  const role = requested.kind === 'role' ? requested.role : undefined
  const isOwnAllowed = requested.kind === 'sign_out'
  const found = await findChangeable(database, key, request, { isOwnAllowed, role })
  if (!found.ok) return found
  if (requested.kind === 'password' && found.value.signsInByProvider) {
    return refuse('signs_in_by_provider')
  }
  const outcome = await updatePerson(database, key, requested, request)
  switch (outcome.result) {
    case 'unknown':
      return refuse('unknown_person')
    case 'same':
    case 'changed': {
      const { email, sessionsEnded } = outcome
      return { ok: true, value: { email, isChanged: outcome.result === 'changed', sessionsEnded } }
    }
    default:
      return refuse(outcome.result)
  }
}

/** The key with an e-mail address in the form in which accounts are kept; null when it is none. */
export function parseKey(person: PersonKey): PersonKey | null {
  if ('id' in person) return person
  const email = parseEmail(person.email)
  return email === null ? null : { email }
}
