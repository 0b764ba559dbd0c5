import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ofPaymentWithin } from '@/db/queries/within-scope'
import type { Actor } from '@/lib/domain/access/actor'
import type { ReviewVerdict } from '@/lib/domain/operation/outcome'
import type { StatusDetail } from '@/lib/domain/operation/status-detail'

export interface ReviewDecision {
  readonly operationId: string
  readonly verdict: ReviewVerdict
  readonly reason: string
  readonly actor: Actor
  readonly requestId: string
  /**
   * Above this amount (minor units) two people must decide the same, where the business has set none
   * for the currency.
   */
  readonly onePersonMinor: number
}

/**
 * `settled`: the operation is closed; `waiting`: a second person must agree; null: not in review,
 * or not in scope.
 */
export type ReviewProgress = 'settled' | 'waiting' | null

/** What the business has set for the operation's currency, as of now. */
const LIMIT_SET = sql`(
  select (value ->> operations.currency)::bigint from organization_settings
  where key = 'review_limits'
)`

/**
 * Writes one person's decision about an operation in review and, once enough people decided the
 * same, settles it, frees its reservation and makes a read of its payment due: one statement.
 * Amounts are not touched; they follow that read. A decision that had to wait for another one, which
 * it therefore could not count, writes nothing and is made again.
 */
export async function recordReviewDecision(
  database: Database,
  decision: ReviewDecision,
): Promise<ReviewProgress> {
  const { actor, verdict, reason } = decision
  const within = ofPaymentWithin(actor.scope, sql`operations.transaction_id`) ?? sql`true`
  const detail: StatusDetail = { code: 'decided_by_people', values: { reason } }
  const [row] = await database.run((db) =>
    db.execute<{ settled: boolean | null }>(sql`
      with seen as (
        select id, xmin from operations
        where id = ${decision.operationId} and state = 'needs_review' and ${within}
      ),
      review as (
        select id, transaction_id, kind, amount_minor, currency, (
          amount_minor <= coalesce(${LIMIT_SET}, ${decision.onePersonMinor}::bigint)
          or exists (
            select 1 from review_decisions as other
            where other.operation_id = operations.id
              and other.actor_id <> ${actor.userId}
              and other.verdict = ${verdict}
          )
        ) as enough
        from operations
        where id = ${decision.operationId} and xmin = (select xmin from seen)
        for update
      ),
      decision as (
        insert into review_decisions (operation_id, actor_id, actor_name, verdict, reason)
        select id, ${actor.userId}, ${actor.name}, ${verdict}, ${reason} from review
        on conflict (operation_id, actor_id) do update set
          verdict = excluded.verdict, reason = excluded.reason, decided_at = now()
      ),
      -- Written even if it stays in review: its new version tells a decision that waited.
      operation as (
        update operations set
          state = case when enough then ${verdict} else state end,
          settled_at = case when enough then now() end,
          message = case when enough then ${JSON.stringify(detail)}::jsonb else message end,
          refusal_code = case when not enough then refusal_code end
        from review where operations.id = review.id
        returning operations.transaction_id, enough
      ),
      payment as (
        update transactions set
          open_operation_id = null, reserved_capture_minor = 0, reserved_refund_minor = 0
        from operation where enough and transactions.id = operation.transaction_id
      ),
      schedule as (
        insert into scheduled_reads (transaction_id, due_at)
        select transaction_id, now() from operation where enough
        on conflict (transaction_id) do update set due_at = excluded.due_at
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, operation_id, reason,
          address, detail
        )
        select
          transaction_id, case when enough then 'review.settled' else 'review.decided' end,
          ${actor.userId}, ${actor.name}, ${actor.role}, ${decision.requestId}, id,
          ${reason}, ${actor.address ?? null}::text,
          jsonb_build_object(
            'kind', kind, 'amountMinor', amount_minor, 'currency', currency, 'verdict', ${verdict}::text
          )
        from review
      )
      select review.enough as settled from seen left join review using (id)`),
  )
  if (row === undefined) return null
  if (row.settled === null) return recordReviewDecision(database, decision)
  return row.settled ? 'settled' : 'waiting'
}
