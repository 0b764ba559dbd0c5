import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import { PERSON_SCOPE } from '@/db/queries/within-scope'
import { users } from '@/db/schema/people'
import type { Actor } from '@/lib/domain/access/actor'
import type { BatchKind } from '@/lib/domain/batch/batch'
import type { WantedRow } from '@/lib/domain/batch/wanted-row'
import type { AmountChoice } from '@/lib/domain/operation/inputs'

/** A row in the hands of this process, with what its operation needs to know of this moment. */
export interface ClaimedRow extends Record<string, unknown>, Omit<Actor, 'address'> {
  readonly batchId: string
  readonly number: number
  readonly operationId: string
  readonly transactionId: string
  readonly connectionId: string
  readonly kind: BatchKind
  readonly reason: string | null
  readonly isProved: boolean
  readonly choice: AmountChoice
  readonly amountMinor: number
  readonly currency: string
  readonly wanted: WantedRow
  /** Processes that have taken it up, this one included. */
  readonly tries: number
  readonly waits: number
  /** The payment's present one. */
  readonly moneyRevision: string
  /** Database time of this claim, ISO 8601. */
  readonly claimedAt: string
  /** The person on whose behalf it is, as of this moment, may not sign in any more. */
  readonly isDisabled: boolean
}

export interface RowClaim {
  readonly limit: number
  readonly perConnection: number
  readonly leaseMs: number
}

/**
 * Takes up rows of running batches, the soonest deadline first, and of one connection only as many as
 * its limit leaves. What another instance takes at this moment is skipped: no row has two owners.
 */
export async function claimRows(
  database: Database,
  { limit, perConnection, leaseMs }: RowClaim,
): Promise<readonly ClaimedRow[]> {
  return database.run((db) =>
    db.execute<ClaimedRow>(sql`
      with due as (
        select item.batch_id, item.number
        from connections cross join lateral (
          select waiting.batch_id, waiting.number, waiting.deadline_at
          from batch_rows as waiting
          where waiting.connection_id = connections.id
            and waiting.state = 'waiting' and waiting.planned_key is not null
            and waiting.due_at <= now()
            and exists (
              select 1 from batches
              where batches.id = waiting.batch_id and batches.state = 'running'
            )
          order by waiting.deadline_at, waiting.batch_id, waiting.number
          limit least(${limit}::int, greatest(0, ${perConnection}::int - (
            select count(*) from batch_rows as begun
            where begun.connection_id = connections.id and begun.state = 'begun'
              and begun.lease_until > now()
          )))
          for update skip locked
        ) as item
        order by item.deadline_at, item.batch_id, item.number
        limit ${limit}::int
      )
      update batch_rows as item set state = 'begun', tries = item.tries + 1,
        lease_until = now() + ${leaseMs} * interval '1 millisecond'
      from due
        join batches as batch on batch.id = due.batch_id
        join users on users.id = batch.actor_id,
        transactions as payment
      where item.batch_id = due.batch_id and item.number = due.number
        and payment.id = item.transaction_id
      returning item.batch_id as "batchId", item.number, item.operation_id as "operationId",
        item.transaction_id as "transactionId", item.connection_id as "connectionId", batch.kind,
        batch.reason, batch.is_proved as "isProved", item.choice,
        item.amount_minor::float8 as "amountMinor", item.currency, item.wanted, item.tries,
        item.waits, payment.money_revision as "moneyRevision",
        ${isoTime(sql`clock_timestamp()`)} as "claimedAt", users.id as "userId",
        batch.session_id as "sessionId", users.name, users.email, users.role,
        ${PERSON_SCOPE} as scope, ${users.disabledAt} is not null as "isDisabled"`),
  )
}
