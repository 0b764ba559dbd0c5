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
 * Writes the end of a row, and counts it for its batch. Only by the process that took it up last. True
 * when so many of its rows were refused that the batch has to stop.
 */
export async function endRow(database: Database, row: Claim, ended: RowEnd): Promise<boolean> {
  if (ended.end === 'waits') {
    await putBack(database, row, ended.waitMs)
    return false
  }
  const isRefused = ended.end === 'not_started' || ended.movedNothing
  const failed = ended.end === 'not_started' ? ended : { failure: null, findings: [] }
  const { failure, findings } = failed
  const [counted] = await database.run((db) =>
    db.execute<{ hasToStop: boolean }>(sql`
      with item as (
        update batch_rows set state = ${ended.end}, ended_at = now(), lease_until = null,
          failure = ${failure === null ? null : JSON.stringify(failure)}::jsonb,
          findings = findings || ${JSON.stringify(findings)}::jsonb,
          planned_key = case when ${isRefused} then null else planned_key end
        where batch_id = ${row.batchId}::uuid and number = ${row.number}
          and state = 'begun' and tries = ${row.tries}
        returning batch_id
      )
      update batches set run_ended = run_ended + 1,
        run_refused = run_refused + ${isRefused ? 1 : 0}::int
      from item where batches.id = item.batch_id
      returning batches.state = 'running' and ${HAS_TO_STOP} as "hasToStop"`),
  )
  return counted?.hasToStop ?? false
}

/** Enough rows have ended to say so, and too large a share of them was refused. */
const HAS_TO_STOP = sql`(
  batches.run_ended >= ${LIMITS.batch.stopAfterRows}::int
  and batches.run_refused * 100 >= batches.stop_percent * batches.run_ended
)`

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

/** Stops a batch of which too many rows were refused, with its audit entry; once, however many notice. */
export async function stopBatch(database: Database, batchId: string): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      with batch as (
        update batches set state = 'stopped'
        where id = ${batchId}::uuid and state = 'running' and ${HAS_TO_STOP}
        returning id, kind, run_ended, run_refused, stop_percent
      )
      insert into audit_entries (stream_id, action, actor_name, actor_role, detail)
      select id, 'batch.stopped', 'Paydesk', 'system', jsonb_build_object(
        'kind', kind, 'ended', run_ended, 'refused', run_refused, 'stopPercent', stop_percent
      )
      from batch`),
  )
}
