import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import { areLocalPasswordsOn } from '@/db/queries/access/local-way-in'
import { insertPerson } from '@/db/queries/access/insert-person'
import { parseEmail } from '@/lib/access/email-address'
import type { PersonRequest } from '@/lib/domain/access/actor'
import type { Scope } from '@/lib/domain/access/scope'
import { findScopeProblem } from './find-scope-problem'
import { makeLink, type LinkToPerson } from './link-token'
import { mayGive, parseName, parseRole, refuse, type PersonResult } from './person-rules'

/** As it was typed. */
export interface Invitation {
  readonly email: string
  readonly name: string
  readonly role: string
  /** The connections whose payments the person is to see. */
  readonly scope: Scope
}

/**
 * Makes a person without a password, and the one-time link by which the person chooses one. Refuses
 * what is malformed, an e-mail address that is taken, and a role with permissions, or a scope with
 * connections, that who invites does not have.
 */
export async function invitePerson(
  database: Database,
  person: Invitation,
  request: PersonRequest,
): Promise<PersonResult<LinkToPerson>> {
  const name = parseName(person.name)
  if (name === null) return refuse('name_malformed')
  const email = parseEmail(person.email)
  if (email === null) return refuse('email_malformed')
  const role = parseRole(person.role)
  if (role === null) return refuse('role_unknown')
  if (!mayGive(request, role)) return refuse('role_above_own')
  const { scope } = person
  const scopeProblem = await findScopeProblem(database, scope, request)
  if (scopeProblem !== null) return refuse(scopeProblem)
  if (!(await areLocalPasswordsOn(database))) return refuse('local_ways_off')
  const { token, link } = makeLink()
  const row = { id: randomUUID(), email, name, role, scope, passwordHash: null, link }
  const inserted = await insertPerson(database, row, request)
  if (inserted !== 'inserted') return refuse(inserted)
  const value = { id: row.id, name, email, language: null, isInvitation: true, token }
  return { ok: true, value }
}
