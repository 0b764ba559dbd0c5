import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { sessions, users } from '@/db/schema/people'
import type { Actor, PersonRequest } from '@/lib/domain/access/actor'
import type { SessionView } from '@/lib/domain/access/person'
import { IS_SESSION_OPEN } from './open-session'
import { personEntry } from './person-entry'

/** The browsers in which a person is signed in, the newest first, at most `limit`. */
export function listSessions(
  database: Database,
  userId: string,
  limit: number,
): Promise<SessionView[]> {
  return database.run((db) =>
    db
      .select({
        id: sessions.id,
        userAgent: sessions.userAgent,
        signedInAt: sessions.createdAt,
        lastUsedAt: sessions.lastUsedAt,
        expiresAt: sessions.expiresAt,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(
        and(eq(sessions.userId, userId), eq(sessions.epoch, users.sessionEpoch), IS_SESSION_OPEN),
      )
      .orderBy(desc(sessions.createdAt), desc(sessions.id))
      .limit(limit),
  )
}

/**
 * Ends one of one's own sessions, with its audit entry, in one statement. Returns false when it is
 * another person's, or has ended.
 */
export async function revokeOwnSession(
  database: Database,
  sessionId: string,
  request: PersonRequest & { readonly actor: Actor },
): Promise<boolean> {
  const entry = personEntry('person.browser_signed_out', request, {
    from: sql`ended`,
    detail: sql`'{}'::jsonb`,
  })
  const ended = await database.run((db) =>
    db.execute(sql`
      with ended as (
        update sessions set revoked_at = now()
        where id = ${sessionId}::uuid and user_id = ${request.actor.userId}::uuid
          and revoked_at is null
        returning user_id as id
      ),
      entry as (${entry})
      select id from ended`),
  )
  return ended.length === 1
}
