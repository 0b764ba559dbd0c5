import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { outerColumn } from '@/db/queries/outer-column'
import { users } from '@/db/schema/people'
import type { Role } from '@/lib/domain/access/permission'
import { isLocalWayIn } from './local-way-in'

/** The fields of a person that signing in needs. */
export interface UserCredentials {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Null for an invited person, who has chosen no password yet. */
  readonly passwordHash: string | null
  readonly isDisabled: boolean
  /** False while local ways in are switched off, but for the emergency admin. */
  readonly maySignInLocally: boolean
  /** Goes into the session that is opened. */
  readonly sessionEpoch: number
}

export interface NewUser {
  readonly id: string
  /** Lower case. */
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly passwordHash: string
}

/** The person with this e-mail address, given in lower case; null when there is none. */
export async function findUserByEmail(
  database: Database,
  email: string,
): Promise<UserCredentials | null> {
  const [found] = await database.run((db) =>
    db
      .select({
        id: users.id,
        name: users.name,
        role: users.role,
        passwordHash: users.passwordHash,
        isDisabled: sql<boolean>`${users.disabledAt} is not null`,
        maySignInLocally: isLocalWayIn(outerColumn(users.id)),
        sessionEpoch: users.sessionEpoch,
      })
      .from(users)
      .where(eq(users.email, email)),
  )
  return found ?? null
}

/**
 * Makes people, or brings those whose e-mail address exists to the given name, role and password
 * and enables them again, for all connections; they keep their ids. One statement for all of them.
 */
export async function upsertUsers(database: Database, people: readonly NewUser[]): Promise<void> {
  await database.run((db) =>
    db
      .insert(users)
      .values([...people])
      .onConflictDoUpdate({
        target: users.email,
        set: {
          name: sql`excluded.name`,
          role: sql`excluded.role`,
          passwordHash: sql`excluded.password_hash`,
          disabledAt: null,
          connectionIds: null,
        },
      }),
  )
}
