import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import { insertPerson } from '@/db/queries/access/insert-person'
import { parseEmail } from '@/lib/access/email-address'
import { hashPassword } from '@/lib/access/passwords'
import type { PersonRequest } from '@/lib/domain/access/actor'
import type { Role } from '@/lib/domain/access/permission'
import type { Scope } from '@/lib/domain/access/scope'
import { findScopeProblem } from './find-scope-problem'
import {
  parseName,
  parseRole,
  findPasswordProblem,
  refuse,
  type PersonResult,
} from './person-rules'

/** As it was typed. */
export interface NewPerson {
  readonly email: string
  readonly name: string
  readonly role: string
  readonly scope: Scope
  readonly password: string
}

export interface AddedPerson {
  readonly email: string
  readonly name: string
  readonly role: Role
}

/**
 * Makes a person who can sign in. Refuses what is malformed, and an e-mail address that is taken,
 * however it is written.
 */
export async function addPerson(
  database: Database,
  person: NewPerson,
  request: PersonRequest,
): Promise<PersonResult<AddedPerson>> {
  const email = parseEmail(person.email)
  if (email === null) return refuse('email_malformed')
  const name = parseName(person.name)
  if (name === null) return refuse('name_malformed')
  const role = parseRole(person.role)
  if (role === null) return refuse('role_unknown')
  const problem = findPasswordProblem(person.password, [name, email])
  if (problem !== null) return refuse(problem)

  const { scope } = person
  const scopeProblem = await findScopeProblem(database, scope, request)
  if (scopeProblem !== null) return refuse(scopeProblem)

  const passwordHash = await hashPassword(person.password)
  const row = { id: randomUUID(), email, name, role, passwordHash, scope }
  const inserted = await insertPerson(database, row, request)
  return inserted === 'inserted' ? { ok: true, value: { email, name, role } } : refuse(inserted)
}
