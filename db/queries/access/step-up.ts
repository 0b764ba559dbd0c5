import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { ProofWay } from '@/lib/domain/access/second-factor'
import type { StepUpState } from '@/lib/domain/access/step-up'
import { IS_SESSION_OPEN } from './open-session'
import { parseSetting, settingValue } from './organization-settings'
import { hasApp } from './second-factors'
import { recoveryCodeEntry, spentCode, type CodeProof } from './spend-code'

/** Who asks, and in which session. */
type InSession = Pick<Actor, 'userId' | 'sessionId'>

interface SteppingUp extends InSession {
  readonly requestId: string
  /** The network address of the request; null where it is not known. */
  readonly address: string | null
}

interface Row extends Record<string, unknown> {
  readonly setting: unknown
  readonly isFresh: boolean
  readonly hasApp: boolean
  readonly hasPasskey: boolean
  readonly hasProvider: boolean
}

/**
 * What is set about step-up, if this session is fresh enough for it, and how its person can make it
 * so, all of one moment. Fresh is told by the database's clock, for a session that is live.
 */
export async function findStepUpState(
  database: Database,
  { userId, sessionId }: InSession,
): Promise<StepUpState> {
  const { secondFactorFreshS } = LIMITS.access
  const [row] = await database.run((db) =>
    db.execute<Row>(sql`
      select
        ${settingValue('step_up')} as setting,
        exists (
          select 1 from sessions join users as person on person.id = sessions.user_id
          where sessions.id = ${sessionId}::uuid and person.id = ${userId}::uuid
            and sessions.epoch = person.session_epoch and person.disabled_at is null
            and ${IS_SESSION_OPEN}
            and sessions.second_factor_at > now() - make_interval(secs => ${secondFactorFreshS})
        ) as "isFresh",
        ${hasApp(sql`${userId}::uuid`)} as "hasApp",
        exists (
          select 1 from passkeys join users as person on person.id = passkeys.user_id
          where person.id = ${userId}::uuid and passkeys.epoch = person.passkey_epoch
        ) as "hasPasskey",
        exists (
          select 1 from person_identities as identity
          where identity.user_id = ${userId}::uuid
            and identity.issuer = ${settingValue('single_sign_on')} ->> 'issuer'
        ) as "hasProvider"`),
  )
  const ways: ProofWay[] = []
  if (row?.hasPasskey === true) ways.push('passkey')
  if (row?.hasApp === true) ways.push('code')
  if (row?.hasProvider === true) ways.push('single_sign_on')
  return {
    setting: parseSetting('step_up', row?.setting),
    isFresh: row?.isFresh === true,
    ways,
  }
}

/**
 * Notes in a live session that its person has proved a second factor now, in one statement with the
 * use of the code and the audit entry of a recovery code. The person is locked first, as by every
 * other change; a session that is revoked meanwhile is seen as such by the row that is written.
 * @param proof what the code showed; `passkey` for one whose use was noted before
 * @returns `spent_before` when the code was used before, `session_ended` when there is no such session any
 *   more; the session is not fresh then
 */
export async function proveInSession(
  database: Database,
  { userId, sessionId, requestId, address }: SteppingUp,
  proof: CodeProof | 'passkey',
): Promise<'proved' | 'spent_before' | 'session_ended'> {
  const spent =
    proof === 'passkey'
      ? sql`spent as (select id from person)`
      : sql`
        spent as (${spentCode(proof, sql`person`)}),
        entry as (${recoveryCodeEntry(proof, { requestId, address })})`
  const [row] = await database.run((db) =>
    db.execute<{ isLive: boolean; isSpent: boolean; isProved: boolean }>(sql`
      with person as materialized (
        select users.id, users.name, users.role
        from sessions join users on users.id = sessions.user_id
        where sessions.id = ${sessionId}::uuid and users.id = ${userId}::uuid
          and sessions.epoch = users.session_epoch and users.disabled_at is null
          and ${IS_SESSION_OPEN}
        for no key update of users
      ),
      ${spent},
      proved as (
        update sessions set second_factor_at = now()
        from spent
        where sessions.id = ${sessionId}::uuid and sessions.user_id = spent.id
          and ${IS_SESSION_OPEN}
        returning sessions.id
      )
      select
        exists (select 1 from person) as "isLive", exists (select 1 from spent) as "isSpent",
        exists (select 1 from proved) as "isProved"`),
  )
  if (row?.isProved === true) return 'proved'
  return row?.isLive === true && !row.isSpent ? 'spent_before' : 'session_ended'
}
