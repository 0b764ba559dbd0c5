import { and, eq, isNull, not, sql, type Placeholder, type SQL } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { preparedOn } from '@/db/prepared'
import { isoTime } from '@/db/queries/database-time'
import { outerColumn } from '@/db/queries/outer-column'
import { sessions, users } from '@/db/schema/people'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { PersonSettings } from '@/lib/domain/access/person-settings'
import { hasProviderIdentity, isLocalWayIn } from './local-way-in'
import { IS_SESSION_IDLE, IS_SESSION_OPEN } from './open-session'
import { PERSON_SCOPE } from '@/db/queries/within-scope'
import { isSecondFactorRequired, secondFactorExists } from './second-factors'

export interface NewSession {
  readonly id: string
  readonly userId: string
  /** The person's session epoch when the password was verified. */
  readonly epoch: number
  readonly userAgent: string | null
  readonly maxAgeS: number
  /** True where a passkey was shown, which is two factors in one, or the provider asked for two. */
  readonly hasProvedFactor?: true
  /** Where the identity provider let the person in; left out for every other way in. */
  readonly provider?: {
    /** When the person last showed the provider who they are; null where it does not say. */
    readonly authenticatedAt: Date | null
  }
}

/**
 * Opens a session by the database's clock. Where no second factor was proved, only for a person who
 * has none. The identity provider lets in only those whom it knows, and all else only those who may
 * sign in locally.
 * @returns false when the person is disabled or gone, may not come in by this way, has a second factor
 *   that was not proved, or all sessions were ended since the password or passkey was verified; nothing
 *   is written then
 */
export async function insertSession(database: Database, session: NewSession): Promise<boolean> {
  const hasProved = session.hasProvedFactor === true
  const { provider } = session
  const authenticatedAt = provider?.authenticatedAt?.toISOString() ?? null
  const isWayIn = provider === undefined ? isLocalWayIn : hasProviderIdentity
  const isFactorOurs = provider === undefined && !hasProved
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
            lastUsedAt: sql`now()`.as('last_used_at'),
            secondFactorAt: sql`case when ${hasProved} then now() end`.as('second_factor_at'),
            providerAuthAt: sql`${authenticatedAt}::timestamptz`.as('provider_auth_at'),
          })
          .from(users)
          .where(
            and(
              eq(users.id, session.userId),
              eq(users.sessionEpoch, session.epoch),
              isNull(users.disabledAt),
              isWayIn(outerColumn(users.id)),
              isFactorOurs ? not(secondFactorExists(outerColumn(users.id))) : undefined,
            ),
          ),
      )
      .returning({ id: sessions.id }),
  )
  return inserted.length === 1
}

export interface LiveSession {
  readonly actor: Actor
  readonly settings: PersonSettings
  /** Database time of this read, ISO 8601. */
  readonly readAt: string
  /** True where the person's role needs a second factor, and the person has proved and set up none. */
  readonly needsSecondFactor: boolean
}

/**
 * The person a session belongs to, and the person's settings. Null when the session is revoked,
 * expired, idle for too long, unknown or of an epoch that is over, or when its person is disabled.
 * @param isUse true when a person made the request, which prolongs the session. That is written at
 *   most once a minute, and by one of the requests that come at once; none waits for another.
 */
export async function findLiveSession(
  database: Database,
  sessionId: string,
  isUse = false,
): Promise<LiveSession | null> {
  const name = isUse ? 'live session in use' : 'live session'
  const [found] = await database.run((db) =>
    preparedOn(db, name, () => prepareLiveSession(db, isUse)).execute({ sessionId }),
  )
  return found ?? null
}

function prepareLiveSession(db: Db, isUse: boolean) {
  const sessionId = sql.placeholder('sessionId')
  const used = db.$with('used').as(
    db
      .update(sessions)
      .set({ lastUsedAt: sql`now()` })
      .where(eq(sessions.id, usedSessionId(sessionId)))
      .returning({ id: sessions.id }),
  )
  return (isUse ? db.with(used) : db)
    .select({
      actor: {
        userId: users.id,
        sessionId: sessions.id,
        name: users.name,
        email: users.email,
        role: users.role,
        scope: PERSON_SCOPE,
      },
      settings: { language: users.language, timeZone: users.timeZone, theme: users.theme },
      readAt: isoTime(sql`clock_timestamp()`),
      needsSecondFactor: sql<boolean>`(
        ${isSecondFactorRequired(sql`${users.role}`)} and ${sessions.secondFactorAt} is null
        and not ${secondFactorExists(sql`${users.id}`)}
      )`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.epoch, users.sessionEpoch),
        IS_SESSION_OPEN,
        isNull(users.disabledAt),
      ),
    )
    .prepare('live_session')
}

/** The session, locked, when its last use has to be written now and no one else does it. */
function usedSessionId(sessionId: Placeholder): SQL {
  const { sessionUseWrittenS } = LIMITS.access
  return sql`(
    select id from sessions
    where id = ${sessionId}::uuid and ${IS_SESSION_OPEN}
      and last_used_at <= now() - make_interval(secs => ${sessionUseWrittenS})
    for no key update skip locked
  )`
}

/** True when a session has ended by being idle for too long, and by nothing else. */
export async function hasEndedIdle(database: Database, sessionId: string): Promise<boolean> {
  const [row] = await database.run((db) =>
    db.execute(sql`
      select 1 from sessions join users on users.id = sessions.user_id
      where sessions.id = ${sessionId}::uuid and ${IS_SESSION_IDLE}
        and sessions.revoked_at is null and sessions.expires_at > now()
        and sessions.epoch = users.session_epoch and users.disabled_at is null`),
  )
  return row !== undefined
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
