import { v7 as uuidv7 } from 'uuid'
import { upsertUsers } from '@/db/queries/access/users'
import type { Role } from '@/lib/domain/access/permission'
import type { Database } from '../client'

export interface DemoPerson {
  readonly email: string
  readonly password: string
  readonly role: Role
  readonly name: string
}

/** For demonstrations only: it is public, so its hash may be here too. */
const PASSWORD = 'paydesk-demo'
const PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$WjyHsBP/KZSd+im8/HII/A$/NmKr0GUGPH5NA1o+vII+Z7tcTrWN4aIjlqW+BjR2ZE'

const PEOPLE: readonly DemoPerson[] = [
  { email: 'viewer@paydesk.example', name: 'Maja Lund', role: 'viewer', password: PASSWORD },
  { email: 'staff@paydesk.example', name: 'Anna Lie', role: 'staff', password: PASSWORD },
  { email: 'support@paydesk.example', name: 'Jonas Berg', role: 'support', password: PASSWORD },
  { email: 'admin@paydesk.example', name: 'Ingrid Dahl', role: 'admin', password: PASSWORD },
]

/** Makes one person a role, or resets those who are there. Returns how they sign in. */
export async function seedDemoPeople(database: Database): Promise<readonly DemoPerson[]> {
  const rows = PEOPLE.map(({ email, name, role }) => ({
    id: uuidv7(),
    email,
    name,
    role,
    passwordHash: PASSWORD_HASH,
  }))
  await upsertUsers(database, rows)
  return PEOPLE
}
