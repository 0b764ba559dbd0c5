import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { DEVICES_STAY_KNOWN } from './known-devices'
import { isSecondFactorRequired } from './second-factors'
import { spentCode, spentWithApp, type CodeProof } from './spend-code'

export type FactorChange =
  | {
      readonly kind: 'confirm'
      /** When the secret was made that the first code was checked against; its seal may change. */
      readonly madeAt: string
      readonly step: number
      readonly codeHashes: readonly string[]
    }
  | {
      readonly kind: 'new_codes'
      readonly proof: CodeProof
      readonly codeHashes: readonly string[]
    }
  | { readonly kind: 'turn_off'; readonly proof: CodeProof }

export interface FactorChanger {
  readonly userId: string
  /** The session that stays. */
  readonly sessionId: string
  readonly requestId: string
  /** The network address of the request; null where it is not known. */
  readonly address: string | null
}

const ACTIONS: Readonly<Record<FactorChange['kind'], string>> = {
  confirm: 'person.second_factor_set_up',
  new_codes: 'person.recovery_codes_made',
  turn_off: 'person.second_factor_turned_off',
}

/**
 * Changes one's own second factor, ends all other sessions and writes the audit entry, in one
 * statement. The person is locked first, as by every other change, and the person's devices stay known.
 * @returns how many sessions ended; null when the code was used before, the set-up was begun anew,
 *   the person is disabled, or the role needs what is to be turned off, and nothing was written
 */
export async function changeOwnFactor(
  database: Database,
  change: FactorChange,
  { userId, sessionId, requestId, address }: FactorChanger,
): Promise<number | null> {
  const isAllowed =
    change.kind === 'turn_off' ? sql`not (${isSecondFactorRequired(sql`role`)})` : sql`true`
  const [row] = await database.run((db) =>
    db.execute<{ ended: number }>(sql`
      with person as materialized (
        select id from users
        where id = ${userId}::uuid and disabled_at is null and ${isAllowed}
        for no key update
      ),
      ${stepsOf(change)},
      changed as (
        update users set session_epoch = session_epoch + 1
        from spent
        where users.id = spent.id
        returning users.id, name, role, session_epoch
      ),
      kept as (
        update sessions set epoch = changed.session_epoch, second_factor_at = now()
        from changed
        where sessions.id = ${sessionId}::uuid and sessions.user_id = changed.id
          and sessions.epoch = changed.session_epoch - 1 and revoked_at is null
      ),
      ${DEVICES_STAY_KNOWN},
      ended as (
        update sessions set revoked_at = now()
        from changed
        where sessions.user_id = changed.id and sessions.id <> ${sessionId}::uuid
          and revoked_at is null and expires_at > now()
        returning sessions.id
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, address, detail
        )
        select
          id, ${ACTIONS[change.kind]}, id, name, role, ${requestId}::uuid, ${address}::text,
          jsonb_build_object('sessionsEnded', (select count(*) from ended))
        from changed
      )
      select (select count(*) from ended)::int as ended from changed`),
  )
  return row?.ended ?? null
}

/** The CTEs of a change: `spent`, with the person's id where it may be made, and what follows. */
function stepsOf(change: FactorChange): SQL {
  switch (change.kind) {
    case 'confirm':
      return sql`
        spent as (
          update app_factors set confirmed_at = now(), last_step = ${change.step}::int
          from person
          where user_id = person.id and confirmed_at is null
            and extract(epoch from created_at) = ${change.madeAt}::numeric
          returning user_id as id
        ),
        ${codesReplaced(change.codeHashes)}`
    case 'new_codes':
      return sql`
        spent as (${spentCode(change.proof, sql`person`)}),
        ${codesReplaced(change.codeHashes)}`
    case 'turn_off':
      return sql`
        spent as (${spentWithApp(change.proof, sql`person`)}),
        gone as (delete from app_factors using spent where user_id = spent.id),
        gone_codes as (delete from recovery_codes using spent where user_id = spent.id)`
  }
}

/** New codes in place of all before; a code that was used up by the same statement stays as it is. */
function codesReplaced(codeHashes: readonly string[]): SQL {
  const rows = sql.join(
    codeHashes.map((hash) => sql`(${hash}::text)`),
    sql`, `,
  )
  return sql`
    gone as (delete from recovery_codes using spent where user_id = spent.id),
    added as (
      insert into recovery_codes (user_id, code_hash)
      select spent.id, code.hash from spent, (values ${rows}) as code (hash)
    )`
}
