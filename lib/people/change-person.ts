import type { Database } from '@/db/client'
import { updatePerson, type PersonChange } from '@/db/queries/access/update-person'
import { parseEmail } from '@/lib/access/email-address'
import { hashPassword } from '@/lib/access/passwords'
import type { OperatorRequest } from '@/lib/domain/access/actor'
import { parseRole, findPasswordProblem, refuse, type PersonResult } from './person-rules'

/** The person a change is about, and the text of its audit entry. */
export interface PersonTarget {
  /** As it was typed. */
  readonly email: string
  readonly request: OperatorRequest
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

/** Sets a password and ends all sessions that were opened with the one before. */
export async function changePassword(
  database: Database,
  target: PersonTarget,
  password: string,
): Promise<PersonResult<ChangedPerson>> {
  const problem = findPasswordProblem(password)
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

async function change(
  database: Database,
  target: PersonTarget,
  requested: PersonChange,
): Promise<PersonResult<ChangedPerson>> {
  const email = parseEmail(target.email)
  if (email === null) return refuse('email_malformed')
  const outcome = await updatePerson(database, email, requested, target.request)
  switch (outcome.result) {
    case 'unknown':
      return refuse('unknown_person')
    case 'last_admin':
      return refuse('last_admin')
    case 'same':
      return { ok: true, value: { email, isChanged: false, sessionsEnded: 0 } }
    case 'changed':
      return {
        ok: true,
        value: { email, isChanged: true, sessionsEnded: outcome.sessionsEnded },
      }
  }
}
