import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import type { RowFinding } from '@/lib/domain/batch/batch'
import type { Failure } from '@/lib/domain/operation/result'
import type { ClaimedRow } from './claim-rows'

/** How a row came to its end, or that it waits once more. */
export type RowEnd =
  /** `movedNothing` when that is certain. */
  | { readonly end: 'operated'; readonly movedNothing: boolean }
  | {
      readonly end: 'not_started'
      readonly failure: Failure | null
      readonly findings: readonly RowFinding[]
    }
  | { readonly end: 'waits'; readonly waitMs: number }

type Claim = Pick<ClaimedRow, 'batchId' | 'number' | 'tries'>

/**
 * Writes the end of a row; only by the process that took it up last. The batch's own row is left alone:
 * all of its rows would wait for one another there.
 */
export async function endRow(database: Database, row: Claim, ended: RowEnd): Promise<void> {
  if (ended.end === 'waits') return putBack(database, row, ended.waitMs)
  const failed = ended.end === 'not_started' ? ended : { failure: null, findings: [] }
  const { failure, findings } = failed
  await database.run((db) =>
    db.execute(sql`
      update batch_rows set state = ${ended.end}, ended_at = now(), lease_until = null,
        failure = ${failure === null ? null : JSON.stringify(failure)}::jsonb,
        findings = findings || ${JSON.stringify(findings)}::jsonb,
        planned_key = case when ${isRefused(ended)} then null else planned_key end
      where batch_id = ${row.batchId}::uuid and number = ${row.number}
        and state = 'begun' and tries = ${row.tries}`),
  )
}

/** True when a row ended without moving anything, for certain. */
export function isRefused(ended: RowEnd): boolean {
  return ended.end === 'not_started' || (ended.end === 'operated' && ended.movedNothing)
}

async function putBack(
  database: Database,
  { batchId, number, tries }: Claim,
  waitMs: number,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update batch_rows set state = 'waiting', lease_until = null, waits = waits + 1,
        due_at = now() + ${waitMs} * interval '1 millisecond'
      where batch_id = ${batchId}::uuid and number = ${number}
        and state = 'begun' and tries = ${tries}`),
  )
}

/**
 * Stops a batch when enough of its rows have ended since it was set running and too large a share of
 * them was refused, with its audit entry; once, however many notice.
 */
export async function stopIfRefused(database: Database, batchId: string): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      with counted as (
        select count(*)::int as ended, count(*) filter (where planned_key is null)::int as refused
        from batch_rows join batches on batches.id = batch_rows.batch_id
        where batches.id = ${batchId}::uuid and batch_rows.ended_at >= batches.running_since
          and batch_rows.state in ('operated', 'not_started')
      ),
      batch as (
        update batches set state = 'stopped' from counted
        where id = ${batchId}::uuid and state = 'running'
          and counted.ended >= ${LIMITS.batch.stopAfterRows}::int
          and counted.refused * 100 >= batches.stop_percent * counted.ended
        returning id, kind, stop_percent, counted.ended, counted.refused
      )
      insert into audit_entries (stream_id, action, actor_name, actor_role, detail)
      select id, 'batch.stopped', 'Paydesk', 'system', jsonb_build_object(
        'kind', kind, 'ended', ended, 'refused', refused, 'stopPercent', stop_percent
      )
      from batch`),
  )
}
