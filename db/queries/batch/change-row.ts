import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { RowFinding } from '@/lib/domain/batch/batch'
import type { WantedRow } from '@/lib/domain/batch/wanted-row'
import type { RowValues } from './insert-batch'

/** A row of a rehearsal of one's own, before it is changed. */
export interface OwnRow extends Record<string, unknown> {
  readonly wanted: WantedRow
  readonly verdict: RowValues['verdict']
  readonly findings: readonly RowFinding[]
  readonly fingerprint: string | null
  readonly transactionId: string | null
}

interface RowName {
  readonly batchId: string
  readonly number: number
  readonly actorId: string
}

/** A row of a rehearsal that this person made; null when there is none, or it was started or given up. */
export async function findOwnRow(database: Database, name: RowName): Promise<OwnRow | null> {
  const [row] = await database.run((db) =>
    db.execute<OwnRow>(sql`
      select item.wanted, item.verdict, item.findings, item.fingerprint,
        item.transaction_id as "transactionId"
      from batch_rows as item join batches as batch on batch.id = item.batch_id
      where item.batch_id = ${name.batchId}::uuid and item.number = ${name.number}
        and batch.state = 'rehearsed' and batch.actor_id = ${name.actorId}`),
  )
  return row ?? null
}

/** The file's line, or else the position, of the first other row of the same payment; null without one. */
export async function findSamePayment(
  database: Database,
  { batchId, number }: RowName,
  transactionId: string,
): Promise<number | null> {
  const [row] = await database.run((db) =>
    db.execute<{ line: number }>(sql`
      select coalesce((wanted -> 'fileLines' ->> 0)::int, number) as line from batch_rows
      where batch_id = ${batchId}::uuid and number <> ${number}
        and transaction_id = ${transactionId}::uuid and verdict <> 'twice'
      order by number limit 1`),
  )
  return row?.line ?? null
}

/**
 * The rehearsal of a row that is about to change, with another revision: a start at the same moment
 * comes before it, or sees it.
 */
function changedBatch({ batchId, actorId }: RowName): SQL {
  return sql`
    update batches set revision = revision + 1
    where id = ${batchId}::uuid and state = 'rehearsed' and actor_id = ${actorId}
    returning id`
}

/**
 * Includes or excludes a row of a rehearsal. `repeats` is how often the same was planned, as far as the
 * person could see who includes it. False when it cannot be started, or the rehearsal is over.
 */
export async function includeRow(
  database: Database,
  name: RowName,
  { isIncluded, repeats }: { readonly isIncluded: boolean; readonly repeats: number },
): Promise<boolean> {
  const changed = await database.run((db) =>
    db.execute(sql`
      with batch as (${changedBatch(name)})
      update batch_rows as item set
        state = ${isIncluded ? 'waiting' : 'excluded'}, repeats = ${repeats}
      from batch where item.batch_id = batch.id and item.number = ${name.number}
        and (${!isIncluded} or (
          item.verdict in ('will_do', 'needs_eye') and item.fingerprint is not null
        ))
      returning item.number`),
  )
  return changed.length > 0
}

/** Puts a row that was rehearsed anew in the place of the one before; false when the rehearsal is over. */
export async function replaceRow(
  database: Database,
  name: RowName,
  row: RowValues,
): Promise<boolean> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  const changed = await database.run((db) =>
    db.execute(sql`
      with batch as (${changedBatch(name)})
      update batch_rows as item set
        wanted = ${json(row.wanted)}::jsonb, transaction_id = ${row.transactionId}::uuid,
        connection_id = ${row.connectionId}::uuid, verdict = ${row.verdict},
        findings = ${json(row.findings)}::jsonb,
        state = ${row.isIncluded ? 'waiting' : 'excluded'}, choice = ${json(row.choice)}::jsonb,
        amount_minor = ${row.amountMinor}::bigint, currency = ${row.currency},
        lines = ${json(row.lines)}::jsonb, fingerprint = ${row.fingerprint}, repeats = 0,
        deadline_at = ${row.deadlineAt}::timestamptz
      from batch where item.batch_id = batch.id and item.number = ${name.number}
      returning item.number`),
  )
  return changed.length > 0
}
