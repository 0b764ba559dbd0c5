import type { Database } from '@/db/client'
import { findPersonByKey, type FoundPerson } from '@/db/queries/access/list-people'
import type { PersonRequest } from '@/lib/domain/access/actor'
import type { Role } from '@/lib/domain/access/permission'
import type { PersonKey } from '@/lib/domain/access/person'
import { mayGive, mayGiveScope, refuse, type PersonResult } from './person-rules'

interface WantedChange {
  /** True for what people may do to themselves. */
  readonly isOwnAllowed?: boolean
  /** The role that is to be given. */
  readonly role?: Role | undefined
}

/**
 * The person whom a change is about, or why who asks may not make it: no one gives what they don't
 * hold, changes a person who holds more, or changes their own role, scope and way in. The command line of
 * the server may do all of it.
 */
export async function findChangeable(
  database: Database,
  key: PersonKey,
  request: PersonRequest,
  { isOwnAllowed = false, role }: WantedChange = {},
): Promise<PersonResult<FoundPerson>> {
  const person = await findPersonByKey(database, key)
  if (person === null) return refuse('unknown_person')
  if (request.actor?.userId === person.id && !isOwnAllowed) return refuse('own_account')
  const isAllowed = [person.role, role ?? person.role].every((held) => mayGive(request, held))
  if (!isAllowed) return refuse('role_above_own')
  return mayGiveScope(request, person.scope)
    ? { ok: true, value: person }
    : refuse('person_above_own')
}
