import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { connections } from '@/db/schema/connections'
import { operations } from '@/db/schema/operations'
import { orderItems, transactionEvents, transactions } from '@/db/schema/transactions'
import { LIMITS } from '@/lib/config/limits'
import { itemProgress } from '@/lib/domain/item-progress'
import { decodeCursor, encodeCursor, isUuid } from '@/lib/domain/list-cursor'
import { outsideChange } from '@/lib/domain/outside-change'
import type { TransactionStatus } from '@/lib/domain/transaction'
import type { CaptureDeadline } from '@/lib/domain/transaction-snapshot'
import type {
  TransactionListPage,
  TransactionListRow,
  TransactionView,
} from '@/lib/domain/transaction-view'
import { OPERATION_VIEW } from './operations'
import { rowsAsJson } from './rows-as-json'
import { searchCondition } from './transaction-search'

export interface TransactionFilter {
  /** Empty means every status. */
  readonly statuses: readonly TransactionStatus[]
  readonly search: string | null
  /** `next` of the page before; an unreadable one starts at the beginning. */
  readonly cursor: string | null
}

const ROW = {
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

function selectRows(database: Database, where: SQL | undefined, limit: number) {
  return database.run((db) =>
    db
      .select(ROW)
      .from(transactions)
      .innerJoin(connections, eq(connections.id, transactions.connectionId))
      .leftJoin(operations, eq(operations.id, transactions.openOperationId))
      .where(where)
      .orderBy(desc(transactions.providerCreatedAt), desc(transactions.id))
      .limit(limit),
  )
}

/** One page of the list, newest first, by keyset: page 1 000 costs what page 1 does. */
export async function listTransactions(
  database: Database,
  filter: TransactionFilter,
): Promise<TransactionListPage> {
  const size = LIMITS.page.transactions
  const rows = await selectRows(database, listCondition(filter), size + 1)
  const page = rows.slice(0, size)
  const last = page.at(-1)
  const next = rows.length > size && last !== undefined ? encodeCursor(last) : null
  return { rows: page.map(listRow), next }
}

function listCondition(filter: TransactionFilter): SQL | undefined {
  const cursor = filter.cursor === null ? null : decodeCursor(filter.cursor)
  return and(
    filter.statuses.length === 0 ? undefined : inArray(transactions.status, [...filter.statuses]),
    filter.search === null ? undefined : searchCondition(filter.search),
    cursor === null
      ? undefined
      : sql`(${transactions.providerCreatedAt}, ${transactions.id}) < (${cursor.createdAt.toISOString()}::timestamptz, ${cursor.id}::uuid)`,
  )
}

function listRow(row: Row): TransactionListRow {
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

/** Everything about one payment, or null when there is none with this id. */
export async function findTransactionView(
  database: Database,
  id: string,
): Promise<TransactionView | null> {
  if (!isUuid(id)) return null
  const [found] = await selectView(database, id)
  if (found === undefined) return null
  const { row, payment, connection, items, events } = found
  return {
    ...listRow(row),
    providerTransactionId: payment.providerTransactionId,
    providerStatus: payment.providerStatus,
    orderReference2: payment.orderReference2,
    customer: {
      name: payment.customerName,
      email: payment.customerEmail,
      phone: payment.customerPhone,
      customerId: payment.customerId,
      isBusiness: payment.isBusiness,
    },
    billingAddress: payment.billingAddress,
    shippingAddress: payment.shippingAddress,
    paymentDetails: payment.paymentDetails,
    items: itemProgress(items, events),
    events,
    historyGaps: payment.historyGaps,
    operations: found.operations,
    outsideChange: outsideChange({ ...found, firstEventCount: payment.firstEventCount }),
    connection,
    portalUrl: payment.portalUrl,
    readAt: payment.readAt,
  }
}

const ITEM = {
  lineId: orderItems.lineId,
  sku: orderItems.sku,
  description: orderItems.description,
  quantityMicros: orderItems.quantityMicros,
  amountMinor: orderItems.amountMinor,
  vatAmountMinor: orderItems.vatAmountMinor,
  vatBasisPoints: orderItems.vatBasisPoints,
  kind: orderItems.kind,
  grossAmountMinor: orderItems.grossAmountMinor,
}

const EVENT = {
  providerEventId: transactionEvents.providerEventId,
  kind: transactionEvents.kind,
  providerKind: transactionEvents.providerKind,
  state: transactionEvents.state,
  amountMinor: transactionEvents.amountMinor,
  lines: transactionEvents.lines,
  reference: transactionEvents.reference,
  operationId: transactionEvents.operationId,
  providerReference: transactionEvents.providerReference,
  error: transactionEvents.error,
  occurredAt: transactionEvents.occurredAt,
  closes: transactionEvents.closes,
}

/** One statement, so that amounts, events and operations are from the same moment. */
function selectView(database: Database, id: string) {
  return database.run((db) =>
    db
      .select({
        row: ROW,
        payment: transactions,
        connection: {
          id: connections.id,
          name: connections.name,
          accountId: connections.accountId,
          isTest: connections.isTest,
          updatedAt: connections.updatedAt,
        },
        items: rowsAsJson(ITEM, {
          table: orderItems,
          where: eq(orderItems.transactionId, id),
          orderBy: asc(orderItems.position),
        }),
        events: rowsAsJson(EVENT, {
          table: transactionEvents,
          where: eq(transactionEvents.transactionId, id),
          orderBy: asc(transactionEvents.position),
        }),
        operations: rowsAsJson(OPERATION_VIEW, {
          table: operations,
          where: eq(operations.transactionId, id),
          orderBy: desc(operations.createdAt),
        }),
      })
      .from(transactions)
      .innerJoin(connections, eq(connections.id, transactions.connectionId))
      .leftJoin(operations, eq(operations.id, transactions.openOperationId))
      .where(eq(transactions.id, id)),
  )
}

/** The provider's id of the newest payment of an order, or null when we know none. */
export async function findProviderTransactionId(
  database: Database,
  connectionId: string,
  orderReference: string,
): Promise<string | null> {
  const [row] = await database.run((db) =>
    db
      .select({ id: transactions.providerTransactionId })
      .from(transactions)
      .where(
        and(
          eq(transactions.connectionId, connectionId),
          eq(transactions.orderReference, orderReference),
        ),
      )
      .orderBy(desc(transactions.providerCreatedAt))
      .limit(1),
  )
  return row?.id ?? null
}
