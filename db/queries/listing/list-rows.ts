import { eq, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { connections } from '@/db/schema/connections'
import { operations } from '@/db/schema/operations'
import { transactions } from '@/db/schema/transactions'
import type { CaptureDeadline } from '@/lib/domain/payment/transaction-snapshot'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'

/** The columns of a row of the list. */
export const ROW = {
  id: transactions.id,
  status: transactions.status,
  provider: connections.provider,
  method: transactions.method,
  currency: transactions.currency,
  amountMinor: transactions.amountMinor,
  authorizedMinor: transactions.authorizedMinor,
  capturedMinor: transactions.capturedMinor,
  refundedMinor: transactions.refundedMinor,
  releasedMinor: transactions.releasedMinor,
  orderReference: transactions.orderReference,
  customerName: transactions.customerName,
  isBusiness: transactions.isBusiness,
  captureBy: transactions.captureBy,
  captureBySource: transactions.captureBySource,
  createdAt: transactions.providerCreatedAt,
  openKind: operations.kind,
  openState: operations.state,
}

type Row = Awaited<ReturnType<typeof selectRows>>[number]

function selectRows(database: Database, ids: SQL, orderBy: SQL) {
  return database.run((db) =>
    db
      .select(ROW)
      .from(sql`(${ids}) as page`)
      .innerJoin(transactions, sql`${transactions.id} = page.id`)
      .innerJoin(connections, eq(connections.id, transactions.connectionId))
      .leftJoin(operations, eq(operations.id, transactions.openOperationId))
      .orderBy(orderBy),
  )
}

/** The rows of a subquery of ids, in an order of the columns of `transactions`. */
export async function findListRows(
  database: Database,
  ids: SQL,
  orderBy: SQL,
): Promise<readonly TransactionListRow[]> {
  return (await selectRows(database, ids, orderBy)).map(listRow)
}

/** A selected row as people see it. */
export function listRow(row: Row): TransactionListRow {
  return {
    id: row.id,
    status: row.status,
    provider: row.provider,
    method: row.method,
    currency: row.currency,
    amountMinor: row.amountMinor,
    totals: {
      authorizedMinor: row.authorizedMinor,
      capturedMinor: row.capturedMinor,
      refundedMinor: row.refundedMinor,
      releasedMinor: row.releasedMinor,
    },
    orderReference: row.orderReference,
    customerName: row.customerName,
    isBusiness: row.isBusiness,
    captureDeadline: deadline(row),
    createdAt: row.createdAt,
    openOperation:
      row.openKind === null || row.openState === null
        ? null
        : { kind: row.openKind, state: row.openState },
  }
}

function deadline(row: Row): CaptureDeadline | null {
  if (row.captureBy === null || row.captureBySource === null) return null
  return { at: row.captureBy, source: row.captureBySource }
}
