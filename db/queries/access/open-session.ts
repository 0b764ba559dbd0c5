import { sql } from 'drizzle-orm'
import { LIMITS } from '@/lib/config/limits'

const { sessionIdleS, sessionUseWrittenS } = LIMITS.access

/** Time since the last use that was written, after which a session has surely been idle too long. */
const IDLE = sql`make_interval(secs => ${sessionIdleS + sessionUseWrittenS})`

/** True for a session that has been left without use for too long; for statements on `sessions`. */
export const IS_SESSION_IDLE = sql`(sessions.last_used_at <= now() - ${IDLE})`

/**
 * True for a session that was not ended, is not over, and has not been idle for too long; for
 * statements on `sessions`. It is live if its person's epoch is still its own.
 */
export const IS_SESSION_OPEN = sql`(
  sessions.revoked_at is null and sessions.expires_at > now() and not ${IS_SESSION_IDLE}
)`
