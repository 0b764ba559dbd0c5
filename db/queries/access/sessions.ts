import { and, eq, gt, isNull, not, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import { outerColumn } from '@/db/queries/outer-column'
import { sessions, users } from '@/db/schema/people'
import type { Actor } from '@/lib/domain/access/actor'
import { isSecondFactorRequired, secondFactorExists } from './second-factors'

export interface NewSession {
  readonly id: string
  readonly userId: string
  /** The person's session epoch when the password was verified. */
  readonly epoch: number
  readonly userAgent: string | null
  readonly maxAgeS: number
}

/**
 * Opens a session by the database's clock, for a person who has no second factor.
 * @returns false when the person is disabled or gone, has a second factor, or all sessions were ended
 *   since the password was verified; nothing is written then
 */
export async function insertSession(database: Database, session: NewSession): Promise<boolean> {
  const inserted = await database.run((db) =>
    db
      .insert(sessions)
      .select(
        db
          .select({
            id: sql`${session.id}::uuid`.as('id'),
            userId: users.id,
            epoch: users.sessionEpoch,
            userAgent: sql`${session.userAgent}::text`.as('user_agent'),
            createdAt: sql`now()`.as('created_at'),
            expiresAt: sql`now() + make_interval(secs => ${session.maxAgeS})`.as('expires_at'),
            revokedAt: sql`null::timestamptz`.as('revoked_at'),
            secondFactorAt: sql`null::timestamptz`.as('second_factor_at'),
          })
          .from(users)
          .where(
            and(
              eq(users.id, session.userId),
              eq(users.sessionEpoch, session.epoch),
              isNull(users.disabledAt),
              not(secondFactorExists(outerColumn(users.id))),
            ),
          ),
      )
      .returning({ id: sessions.id }),
  )
  return inserted.length === 1
}

export interface LiveSession {
  readonly actor: Actor
  /** Database time of this read, ISO 8601. */
  readonly readAt: string
  /** True where the person's role needs a second factor and the person has none yet. */
  readonly needsSecondFactor: boolean
}

/**
 * The person a session belongs to. Null when the session is revoked, expired, unknown or of an
 * epoch that is over, or when its person is disabled.
 */
export async function findLiveSession(
  database: Database,
  sessionId: string,
): Promise<LiveSession | null> {
  const [found] = await database.run((db) =>
    db
      .select({
        actor: {
          userId: users.id,
          sessionId: sessions.id,
          name: users.name,
          email: users.email,
          role: users.role,
        },
        readAt: isoTime(sql`clock_timestamp()`),
        needsSecondFactor: sql<boolean>`(
          ${isSecondFactorRequired(sql`${users.role}`)}
          and not ${secondFactorExists(sql`${users.id}`)}
        )`,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(
        and(
          eq(sessions.id, sessionId),
          eq(sessions.epoch, users.sessionEpoch),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, sql`now()`),
          isNull(users.disabledAt),
        ),
      ),
  )
  return found ?? null
}

/** Ends a session at once. Returns false when it was revoked before or never existed. */
export async function revokeSession(database: Database, sessionId: string): Promise<boolean> {
  const revoked = await database.run((db) =>
    db
      .update(sessions)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id }),
  )
  return revoked.length === 1
}
