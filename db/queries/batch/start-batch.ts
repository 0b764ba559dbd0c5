import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'
import type { CurrencySum } from '@/lib/domain/money/currency-sum'
import { isPlannedElsewhere, MOVED_NOTHING } from './find-planned'

export interface Start {
  readonly batchId: string
  readonly actor: Actor
  readonly requestId: string
  /** The batch's, when it was looked at; another one means that a row has changed since. */
  readonly revision: number
  /** The sums that the person confirmed. */
  readonly sums: readonly CurrencySum[]
  readonly stopPercent: number
  /** True when a second factor was proved minutes ago. */
  readonly isProved: boolean
}

/**
 * Plans every included row of a rehearsal and sets it running, with its audit entry, or does none of it.
 * False when it was started or given up meanwhile, belongs to another person, adds up to other sums,
 * or has a row that another batch has planned. Throws when another batch plans the same at this moment.
 */
export async function startBatchRows(database: Database, start: Start): Promise<boolean> {
  const { batchId, actor } = start
  const started = await database.run((db) =>
    db.execute(sql`
      with batch as (
        update batches set state = 'running', started_at = now(), is_proved = ${start.isProved},
          session_id = ${actor.sessionId}, stop_percent = ${start.stopPercent},
          running_since = now()
        where id = ${batchId}::uuid and state = 'rehearsed' and actor_id = ${actor.userId}
          and revision = ${start.revision} and ${addsUpTo(batchId, start.sums)}
          and not exists (
            select 1 from batch_rows as item
            where item.batch_id = ${batchId}::uuid and item.state = 'waiting'
              and ${isPlannedElsewhere()}
          )
        returning id, kind, reason
      ),
      planned as (
        update batch_rows as item set planned_key = item.fingerprint || ':' || item.repeats
        from batch where item.batch_id = batch.id and item.state = 'waiting'
        returning item.number
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, reason, address, detail
        )
        select batch.id, 'batch.started', ${actor.userId}::uuid, ${actor.name}, ${actor.role},
          ${start.requestId}::uuid, batch.reason, ${actor.address ?? null}::text,
          jsonb_build_object(
            'kind', batch.kind, 'rows', (select count(*) from planned),
            'sums', ${JSON.stringify(start.sums)}::jsonb, 'stopPercent', ${start.stopPercent}::int
          )
        from batch
      )
      select id from batch`),
  )
  return started.length > 0
}

/** The included rows add up to exactly these sums, and to none in another currency. */
function addsUpTo(batchId: string, sums: readonly CurrencySum[]): SQL {
  return sql`(
    select jsonb_object_agg(counted.currency, counted.total) from (
      select currency, sum(amount_minor) as total from batch_rows
      where batch_id = ${batchId}::uuid and state = 'waiting' group by currency
    ) as counted
  ) = ${JSON.stringify(Object.fromEntries(sums.map((sum) => [sum.currency, sum.amountMinor])))}::jsonb`
}

/** Excludes the rows of a rehearsal that another batch has planned meanwhile, and says so on them. */
export async function excludePlanned(database: Database, batchId: string): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      with rehearsal as (
        update batches set revision = revision + 1
        where id = ${batchId}::uuid and state = 'rehearsed' returning id
      )
      update batch_rows as item set state = 'excluded',
        verdict = case when item.choice ->> 'mode' = 'all' then 'already_done' else 'needs_eye' end,
        findings = item.findings || jsonb_build_array(jsonb_build_object(
          'code', 'done_in_batch', 'batchId', earlier.batch_id,
          'at', to_char(batch.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        ))
      from rehearsal, batch_rows as earlier join batches as batch on batch.id = earlier.batch_id
      where item.batch_id = rehearsal.id and item.state = 'waiting'
        and not ${MOVED_NOTHING} and earlier.fingerprint = item.fingerprint and earlier.planned_key is not null
        and earlier.batch_id <> item.batch_id and earlier.repeats >= item.repeats`),
  )
}
