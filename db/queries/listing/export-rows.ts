import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { EVENT, ITEM } from '@/db/queries/payment-columns'
import { rowsAsJson } from '@/db/queries/rows-as-json'
import { connections } from '@/db/schema/connections'
import { operations } from '@/db/schema/operations'
import { orderItems, transactionEvents, transactions } from '@/db/schema/transactions'
import { itemProgress } from '@/lib/domain/rules/item-progress'
import type { ExportRow } from '@/lib/domain/view/transaction-view'
import { listRow, ROW } from './list-rows'

/**
 * The rows of a subquery of ids with their orders, in an order of the columns of `transactions`.
 * One statement for all of them, so that a row's totals and lines are from the same moment.
 */
export async function findExportRows(
  database: Database,
  ids: SQL,
  orderBy: SQL,
): Promise<readonly ExportRow[]> {
  const rows = await selectRows(database, ids, orderBy)
  return rows.map(({ row, items, events }) => ({
    ...listRow(row),
    items: itemProgress(items, events),
  }))
}

function selectRows(database: Database, ids: SQL, orderBy: SQL) {
  return database.run((db) =>
    db
      .select({
        row: ROW,
        items: rowsAsJson(ITEM, {
          table: orderItems,
          where: eq(orderItems.transactionId, transactions.id),
          orderBy: asc(orderItems.position),
        }),
        events: rowsAsJson(EVENT, {
          table: transactionEvents,
          where: sql`${and(
            eq(transactionEvents.transactionId, transactions.id),
            inArray(transactionEvents.kind, ['capture', 'refund']),
            eq(transactionEvents.state, 'succeeded'),
          )}`,
          orderBy: asc(transactionEvents.position),
        }),
      })
      .from(sql`(${ids}) as page`)
      .innerJoin(transactions, sql`${transactions.id} = page.id`)
      .innerJoin(connections, eq(connections.id, transactions.connectionId))
      .leftJoin(operations, eq(operations.id, transactions.openOperationId))
      .orderBy(orderBy),
  )
}
