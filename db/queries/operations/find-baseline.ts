import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { StoredOperation } from '@/lib/domain/evidence/interpret-totals'
import { isoTime } from '@/db/queries/database-time'
import { storedEvents } from './stored-events'

/** An operation with what was known of its payment before it was sent, and what is stored of it. */
export async function findBaseline(
  database: Database,
  operationId: string,
): Promise<StoredOperation> {
  const [row] = await database.run((db) =>
    db.execute<{ baseline: StoredOperation }>(sql`
      select jsonb_build_object(
        'kind', kind,
        'amountMinor', amount_minor,
        'baselineTotals', baseline_totals,
        'baselineEventCount', baseline_event_count,
        'sentAt', ${isoTime(sql`sent_at`)},
        'storedEvents', ${storedEvents(sql`operations`)},
        'ownRefundsMinor', ${ownRefunds(sql`operations`)}
      ) as baseline
      from operations where id = ${operationId}`),
  )
  if (row === undefined) throw new Error(`operation ${operationId} has disappeared`)
  return row.baseline
}

/**
 * The sum of the refunds of an operation's payment that were made here and succeeded: some providers
 * name none.
 * @param operation the name under which a statement has the operation's row
 */
export function ownRefunds(operation: SQL): SQL {
  return sql`(
    select coalesce(sum(refund.amount_minor), 0) from operations refund
    where refund.transaction_id = ${operation}.transaction_id
      and refund.kind = 'refund' and refund.state = 'succeeded'
  )`
}
