import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'
import type {
  BatchKind,
  BatchSource,
  BatchState,
  RowFinding,
  RowVerdict,
} from '@/lib/domain/batch/batch'
import type { RowLine, WantedRow } from '@/lib/domain/batch/wanted-row'
import type { AmountChoice } from '@/lib/domain/operation/inputs'

export interface NewBatch {
  readonly id: string
  readonly kind: BatchKind
  readonly source: BatchSource
  readonly fileName: string | null
  readonly reason: string | null
  readonly stopPercent: number
}

/** A rehearsed row as it is stored. */
export interface RowValues {
  readonly number: number
  readonly operationId: string
  readonly wanted: WantedRow
  readonly transactionId: string | null
  readonly connectionId: string | null
  readonly verdict: RowVerdict
  readonly findings: readonly RowFinding[]
  readonly isIncluded: boolean
  readonly choice: AmountChoice | null
  readonly amountMinor: number | null
  readonly currency: string | null
  readonly lines: readonly RowLine[]
  readonly fingerprint: string | null
  readonly deadlineAt: string | null
}

/**
 * A batch with all its rows, in one statement. False when there is one with this id already; nothing
 * is written then.
 */
export async function insertBatch(
  database: Database,
  batch: NewBatch,
  rows: readonly RowValues[],
  { actor, requestId }: { readonly actor: Actor; readonly requestId: string },
): Promise<boolean> {
  const inserted = await database.run((db) =>
    db.execute(sql`
      with batch as (
        insert into batches (
          id, kind, source, file_name, reason, actor_id, actor_name, session_id, request_id,
          stop_percent, created_at
        ) values (
          ${batch.id}, ${batch.kind}, ${batch.source}, ${batch.fileName}, ${batch.reason},
          ${actor.userId}, ${actor.name}, ${actor.sessionId}, ${requestId}, ${batch.stopPercent},
          date_trunc('milliseconds', now())
        )
        on conflict (id) do nothing
        returning id
      ),
      items as (
        insert into batch_rows (
          batch_id, number, operation_id, wanted, transaction_id, connection_id, verdict, findings,
          state, choice, amount_minor, currency, lines, fingerprint, deadline_at
        )
        select batch.id, item.number, item."operationId", item.wanted, item."transactionId",
          item."connectionId", item.verdict, item.findings,
          case when item."isIncluded" then 'waiting' else 'excluded' end,
          nullif(item.choice, 'null'), item."amountMinor", item.currency, item.lines,
          item.fingerprint, item."deadlineAt"
        from batch cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as item (
          number int, "operationId" uuid, wanted jsonb, "transactionId" uuid, "connectionId" uuid,
          verdict text, findings jsonb, "isIncluded" boolean, choice jsonb, "amountMinor" bigint,
          currency text, lines jsonb, fingerprint text, "deadlineAt" timestamptz
        )
      )
      select id from batch`),
  )
  return inserted.length > 0
}

/** The fields of a batch that decide what may be done with it. */
export interface BatchHead extends Record<string, unknown> {
  readonly id: string
  readonly kind: BatchKind
  readonly state: BatchState
  readonly actorId: string
  readonly reason: string | null
  /** Changes with every change of its rows before the start. */
  readonly revision: number
}

/** A batch without its rows, or null when there is none with this id. */
export async function findBatchHead(database: Database, id: string): Promise<BatchHead | null> {
  const [head] = await database.run((db) =>
    db.execute<BatchHead>(sql`
      select id, kind, state, actor_id as "actorId", reason, revision from batches where id = ${id}::uuid`),
  )
  return head ?? null
}
