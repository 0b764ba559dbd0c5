import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Role } from '@/lib/domain/access/permission'
import type { Failure } from '@/lib/domain/operation/result'
import { oneOf } from '@/db/schema/columns'
import type { ClaimedRun } from './claim-runs'

/** How a run came to its end: its operation exists, it could not be begun, or it is planned anew soon. */
export type RunEnd =
  | { readonly end: 'operated' }
  | { readonly end: 'not_started'; readonly failure: Failure }
  | { readonly end: 'put_off'; readonly waitMs: number }

/** Writes the end of a run, once. */
export async function endRun(
  database: Database,
  { transactionId, number }: Pick<ClaimedRun, 'transactionId' | 'number'>,
  ended: RunEnd,
): Promise<void> {
  const failure = ended.end === 'not_started' ? JSON.stringify(ended.failure) : null
  const waitMs = ended.end === 'put_off' ? ended.waitMs : null
  await database.run((db) =>
    db.execute(sql`
      update rule_runs set ended_at = now(), failure = ${failure}::jsonb,
        next_at = least(next_at, coalesce(
          begun_at + ${waitMs}::float8 * interval '1 millisecond', next_at
        ))
      where transaction_id = ${transactionId}::uuid and number = ${number} and ended_at is null`),
  )
}

/**
 * Switches off the rules of people who may not do any more what rules do, with the reason and an audit
 * entry. Returns their number.
 */
export async function stopWithoutRight(
  database: Database,
  roles: readonly Role[],
): Promise<number> {
  const stopped = await database.run((db) =>
    db.execute(sql`
      with stopped as (
        update extension_rules as rule set enabled_by = null, enabled_at = null,
          stop_reason = case
            when users.disabled_at is not null then 'person_disabled' else 'right_withdrawn'
          end
        from users
        where users.id = rule.enabled_by and (
          users.disabled_at is not null or users.connection_ids is not null
          or not ${oneOf(sql`users.role`, roles)}
        )
        returning rule.id, rule.stop_reason, users.name
      ),
      entry as (
        insert into audit_entries (stream_id, action, actor_name, actor_role, detail)
        select id, 'rule.stopped', 'Paydesk', 'system',
          jsonb_build_object('reason', stop_reason, 'enabledBy', name)
        from stopped
      )
      select id from stopped`),
  )
  return stopped.length
}
