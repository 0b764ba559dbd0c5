import { asc, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { sessions, users } from '@/db/schema/people'
import type { Role } from '@/lib/domain/access/permission'

export interface ListedPerson {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly disabledAt: Date | null
  /** In how many browsers the person is signed in. */
  readonly liveSessions: number
}

/** People by e-mail address, at most `limit`. */
export function listPeople(database: Database, limit: number): Promise<ListedPerson[]> {
  return database.run((db) =>
    db
      .select({
        email: users.email,
        name: users.name,
        role: users.role,
        disabledAt: users.disabledAt,
        liveSessions: sql<number>`(
          select count(*) from ${sessions}
          where ${eq(sessions.userId, users.id)} and ${eq(sessions.epoch, users.sessionEpoch)}
            and ${isNull(sessions.revokedAt)} and ${sessions.expiresAt} > now()
        )::int`,
      })
      .from(users)
      .orderBy(asc(users.email))
      .limit(limit),
  )
}

/** True when there is a person who can sign in. */
export async function hasEnabledPerson(database: Database): Promise<boolean> {
  const [row] = await database.run((db) =>
    db.select({ id: users.id }).from(users).where(isNull(users.disabledAt)).limit(1),
  )
  return row !== undefined
}
