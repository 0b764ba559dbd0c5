import { inArray, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { BatchRowView, RowState, RowVerdict } from '@/lib/domain/batch/batch'
import { OUTCOME_STATES, type RowOutcome } from '@/lib/domain/batch/row-outcome'
import type { WantedRow } from '@/lib/domain/batch/wanted-row'
import { isUuid } from '@/lib/domain/listing/list-cursor'
import type { OperationState } from '@/lib/domain/operation/outcome'
import type { StatusDetail } from '@/lib/domain/operation/status-detail'
import type { RetryAdvice } from '@/lib/domain/payment/transaction-snapshot'
import { rowShown } from './row-shown'

export interface RowFilter {
  readonly verdict?: RowVerdict
  readonly state?: RowState
  readonly outcome?: RowOutcome
  /** The number of the last row of the page before. */
  readonly after?: number
  /** Rows on the page; left out, as many as a page shows. */
  readonly size?: number
}

interface Row extends Record<string, unknown>, Omit<BatchRowView, 'operation' | WantedColumn> {
  readonly wanted: WantedRow
  readonly operationId: string
  readonly operationState: OperationState | null
  readonly message: StatusDetail | null
  readonly retry: RetryAdvice | null
}

type WantedColumn =
  'fileLines' | 'reference' | 'tracking' | 'invoiceNumber' | 'invoiceUrl' | 'isByLines'

/**
 * Rows of a batch in their order, those of payments in the reader's scope. Rows without a payment are
 * for who made the batch, and for people who see all connections.
 */
export async function listBatchRows(
  database: Database,
  actor: Pick<Actor, 'userId' | 'scope'>,
  id: string,
  filter: RowFilter = {},
): Promise<{ readonly rows: readonly BatchRowView[]; readonly next: number | null }> {
  if (!isUuid(id)) return { rows: [], next: null }
  const {
    verdict = null,
    state = null,
    outcome = null,
    after = 0,
    size = LIMITS.batch.rowsShown,
  } = filter
  const found = await database.run((db) =>
    db.execute<Row>(sql`
      select item.number, item.wanted,
        coalesce(nullif(item.wanted ->> 'order', ''), payment.order_reference, '') as "order",
        item.transaction_id as "transactionId", connections.provider, payment.method,
        payment.customer_name as "customerName", ${isoTime(sql`payment.capture_by`)} as "deadlineAt",
        payment.capture_by_source as "deadlineSource",
        item.verdict, item.findings, item.state <> 'excluded' as "isIncluded",
        item.amount_minor::float8 as "amountMinor", item.currency, item.lines, item.state, item.failure,
        item.operation_id as "operationId", operations.state as "operationState",
        operations.message, operations.retry
      from batch_rows as item
        join batches as batch on batch.id = item.batch_id
        left join transactions as payment on payment.id = item.transaction_id
        left join connections on connections.id = item.connection_id
        left join operations on operations.id = item.operation_id and item.state = 'operated'
      where item.batch_id = ${id}::uuid and item.number > ${after}::int
        and (${verdict}::text is null or item.verdict = ${verdict}::text)
        and (${state}::text is null or item.state = ${state}::text)
        and ${outcome === null ? sql`true` : hasOutcome(outcome)}
        and ${rowShown(actor, sql`batch.actor_id`)}
      order by item.number limit ${size + 1}::int`),
  )
  const rows = found.slice(0, size).map(rowView)
  return { rows, next: found.length > size ? (rows.at(-1)?.number ?? null) : null }
}

function hasOutcome(outcome: RowOutcome): SQL {
  const { rows, operations } = OUTCOME_STATES[outcome]
  const isOne = or(
    inArray(sql`item.state`, [...rows]),
    inArray(sql`operations.state`, [...operations]),
  )
  return isOne ?? sql`false`
}

function rowView({
  wanted,
  operationId,
  operationState,
  message,
  retry,
  ...row
}: Row): BatchRowView {
  return {
    ...row,
    fileLines: wanted.fileLines,
    reference: wanted.reference,
    tracking: wanted.tracking,
    invoiceNumber: wanted.invoiceNumber,
    invoiceUrl: wanted.invoiceUrl,
    isByLines: wanted.lines.length > 0,
    operation:
      operationState === null
        ? null
        : {
            id: operationId,
            state: operationState,
            message,
            mayBeRetried: mayBeRetried(operationState, retry),
          },
  }
}

/** Nothing was moved, and the provider does not advise against the same again. */
function mayBeRetried(state: OperationState, retry: RetryAdvice | null): boolean {
  if (state === 'not_sent' || state === 'abandoned') return true
  return state === 'refused' && retry?.kind !== 'do_not_retry'
}
