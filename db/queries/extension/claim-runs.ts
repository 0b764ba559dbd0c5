import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import { oneOf } from '@/db/schema/columns'
import type { Actor } from '@/lib/domain/access/actor'
import type { Role } from '@/lib/domain/access/permission'
import { HOLDING_STATUSES } from '@/lib/domain/payment/transaction'

/** A planned operation of a rule in the hands of this process, on behalf of who switched the rule on. */
export interface ClaimedRun
  extends Record<string, unknown>, Pick<Actor, 'userId' | 'name' | 'email' | 'role'> {
  readonly transactionId: string
  readonly number: number
  readonly operationId: string
  readonly ruleId: string
  readonly ruleName: string
  readonly currency: string
  /** Database time of this claim, ISO 8601. */
  readonly claimedAt: string
}

export interface RunClaim {
  readonly limit: number
  readonly leaseMs: number
  readonly againMs: number
  /** The roles in which a person may do what rules do. */
  readonly roles: readonly Role[]
  /** The time by which holds end soon; left out, the present. */
  readonly now?: Date
}

/**
 * Plans operations of rules and takes them up, the soonest deadline first: for payments with the tag
 * of a rule that is on, whose hold ends within its hours and which it has not extended as often as it
 * may. What another instance takes at this moment is skipped, and a run that it has planned since this
 * statement began has the same number: no payment is extended twice. A run of an instance that is gone
 * stands in the way of the next until its lease ends, and for good where its operation exists.
 */
export async function claimRuns(
  database: Database,
  { limit, leaseMs, againMs, roles, now }: RunClaim,
): Promise<readonly ClaimedRun[]> {
  const at = now === undefined ? sql`now()` : sql`${now.toISOString()}::timestamptz`
  return database.run((db) =>
    db.execute<ClaimedRun>(sql`
      with due as (
        select payment.id, payment.capture_by, rule.id as rule_id,
          coalesce(last.number, 0) + 1 as number
        from extension_rules as rule
          -- No one has switched on a rule that is off.
          join users on users.id = rule.enabled_by
          join payment_tags as tag on tag.tag = rule.tag
          join transactions as payment on payment.id = tag.transaction_id
          join connections on connections.id = payment.connection_id
          left join lateral (
            select run.number, run.next_at <= ${at} or (
              run.ended_at is null and run.lease_until <= ${at}
              and not exists (select 1 from operations where operations.id = run.operation_id)
            ) as is_over
            from rule_runs as run where run.transaction_id = payment.id
            order by run.number desc limit 1
          ) as last on true
        where users.disabled_at is null and users.connection_ids is null
          and ${oneOf(sql`users.role`, roles)}
          and connections.disabled_at is null
          and payment.capture_by > ${at}
          and payment.capture_by <= ${at} + rule.within_hours * interval '1 hour'
          and ${oneOf(sql`payment.status`, HOLDING_STATUSES)}
          and payment.authorized_minor - payment.captured_minor - payment.released_minor > 0
          and payment.open_operation_id is null
          and coalesce(last.is_over, true)
          and rule.max_times > (
            select count(*) from rule_runs as run
              join operations on operations.id = run.operation_id
            where run.rule_id = rule.id and run.transaction_id = payment.id
              and operations.state not in ('refused', 'not_sent', 'abandoned')
          )
        order by payment.capture_by, payment.id
        limit ${limit}::int
        for update of tag skip locked
      ),
      planned as (
        insert into rule_runs (
          transaction_id, number, rule_id, operation_id, deadline_at, begun_at, lease_until, next_at
        )
        select id, number, rule_id, gen_random_uuid(), capture_by, ${at},
          ${at} + ${leaseMs} * interval '1 millisecond',
          ${at} + ${againMs} * interval '1 millisecond'
        from due
        on conflict do nothing
        returning *
      )
      select planned.transaction_id as "transactionId", planned.number,
        planned.operation_id as "operationId", rule.id as "ruleId", rule.name as "ruleName",
        payment.currency, ${isoTime(sql`clock_timestamp()`)} as "claimedAt",
        users.id as "userId", users.name, users.email, users.role
      from planned
        join extension_rules as rule on rule.id = planned.rule_id
        join users on users.id = rule.enabled_by
        join transactions as payment on payment.id = planned.transaction_id`),
  )
}
