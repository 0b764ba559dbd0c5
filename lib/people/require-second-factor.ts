import type { Database } from '@/db/client'
import { writeSetting } from '@/db/queries/access/organization-settings'
import type { PersonRequest } from '@/lib/domain/access/actor'
import { ROLES, type Role } from '@/lib/domain/access/permission'
import { parseRole, refuse, type PersonResult } from './person-rules'

/**
 * Sets the roles whose people need a second factor. Those who have none are led to setting one up at
 * their next click; no one is locked out.
 * @param names of roles, none of them for no demand
 */
export async function requireSecondFactor(
  database: Database,
  names: readonly string[],
  request: PersonRequest,
): Promise<PersonResult<{ readonly roles: readonly Role[]; readonly isChanged: boolean }>> {
  const named = names.map(parseRole)
  if (named.includes(null)) return refuse('role_unknown')
  const roles = ROLES.filter((role) => named.includes(role))
  const written = await writeSetting(database, 'second_factor_roles', roles, request)
  if (written === 'actor_changed') return refuse('actor_changed')
  return { ok: true, value: { roles, isChanged: written === 'changed' } }
}
