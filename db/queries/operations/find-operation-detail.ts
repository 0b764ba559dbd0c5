import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { EVENT } from '@/db/queries/payment-columns'
import { rowsAsJson } from '@/db/queries/rows-as-json'
import { withinScope } from '@/db/queries/within-scope'
import { connections } from '@/db/schema/connections'
import { operations } from '@/db/schema/operations'
import { orderItems, transactionEvents, transactions } from '@/db/schema/transactions'
import type { Scope } from '@/lib/domain/access/scope'
import { isUuid } from '@/lib/domain/listing/list-cursor'
import { correctionOf } from '@/lib/domain/rules/correction'
import type { OperationDetail } from '@/lib/domain/view/operation-detail'
import { TRANSACTION_VERSION } from './find-transaction-version'
import { OPERATION_VIEW } from './operation-view'

/** An operation with its payment, or null when there is none with this id in scope. */
export async function findOperationDetail(
  database: Database,
  scope: Scope,
  operationId: string,
): Promise<OperationDetail | null> {
  if (!isUuid(operationId)) return null
  const [row] = await database.run((db) =>
    db
      .select({
        operation: OPERATION_VIEW,
        providerReference: operations.providerReference,
        totalsBefore: operations.baselineTotals,
        totalsNow: {
          authorizedMinor: transactions.authorizedMinor,
          capturedMinor: transactions.capturedMinor,
          refundedMinor: transactions.refundedMinor,
          releasedMinor: transactions.releasedMinor,
        },
        flags: transactions.flags,
        readAt: transactions.readAt,
        orderReference: transactions.orderReference,
        customerName: transactions.customerName,
        provider: connections.provider,
        providerTransactionId: transactions.providerTransactionId,
        portalUrl: transactions.portalUrl,
        isTest: connections.isTest,
        version: TRANSACTION_VERSION,
        batch: sql<OperationDetail['batch']>`(
          select jsonb_build_object('id', batch_rows.batch_id, 'row', batch_rows.number)
          from batch_rows where batch_rows.operation_id = ${operations.id}
        )`,
        lines: rowsAsJson(
          { lineId: orderItems.lineId, description: orderItems.description },
          {
            table: orderItems,
            where: eq(orderItems.transactionId, operations.transactionId),
            orderBy: asc(orderItems.position),
          },
        ),
        events: rowsAsJson(EVENT, {
          table: transactionEvents,
          where: eq(transactionEvents.transactionId, operations.transactionId),
          orderBy: asc(transactionEvents.position),
        }),
      })
      .from(operations)
      .innerJoin(transactions, eq(transactions.id, operations.transactionId))
      .innerJoin(connections, eq(connections.id, transactions.connectionId))
      .where(and(eq(operations.id, operationId), withinScope(scope, transactions.connectionId))),
  )
  if (row === undefined) return null
  const { events, lines, ...detail } = row
  const correction = correctionOf(detail.operation, events)
  return { ...detail, correction, items: lines.map((item) => ({ item })) }
}
