import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import { findUserByEmail } from '@/db/queries/access/users'
import type { Actor } from '@/lib/domain/access/actor'

/** The demo's person in a role, signed in. */
export async function findDemoActor(database: Database, role: Actor['role']): Promise<Actor> {
  const email = `${role}@paydesk.example`
  const user = await findUserByEmail(database, email)
  if (user === null) throw new Error(`the demo has no person in the role ${role}`)
  const sessionId = randomUUID()
  return { userId: user.id, sessionId, name: user.name, email, role, scope: 'all' }
}
