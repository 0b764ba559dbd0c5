import { and, asc, desc, eq, sql, type Placeholder } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { preparedOn } from '@/db/prepared'
import { findPage } from '@/db/queries/listing/find-page'
import type { TransactionFilter } from '@/db/queries/listing/list-page'
import { findListRows, listRow, ROW } from '@/db/queries/listing/list-rows'
import { TRANSACTION_VERSION } from '@/db/queries/operations/find-transaction-version'
import { OPERATION_VIEW } from '@/db/queries/operations/operation-view'
import { EVENT, ITEM } from '@/db/queries/payment-columns'
import { rowsAsJson } from '@/db/queries/rows-as-json'
import { CONNECTION_STATE } from '@/db/queries/sync/connections'
import { scopeToCome, withinScope } from '@/db/queries/within-scope'
import { connections } from '@/db/schema/connections'
import { notes } from '@/db/schema/notes'
import { operations, reviewDecisions } from '@/db/schema/operations'
import { orderItems, transactionEvents, transactions } from '@/db/schema/transactions'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import { isUuid } from '@/lib/domain/listing/list-cursor'
import { EVERYTHING } from '@/lib/domain/listing/list-filter'
import type { ConnectionState } from '@/lib/domain/provider/provider'
import { itemProgress } from '@/lib/domain/rules/item-progress'
import { outsideChange } from '@/lib/domain/rules/outside-change'
import type { TransactionListPage, TransactionView } from '@/lib/domain/view/transaction-view'

const EVERY_TRANSACTION: Omit<TransactionFilter, 'scope' | 'now'> = {
  ...EVERYTHING,
  timeZone: 'UTC',
  cursor: null,
}

/**
 * One page of the list by keyset: page 1 000 costs what page 1 does. What is not asked for narrows
 * nothing. A page may be short and yet have a `next` when looking further would have taken too long.
 */
export async function listTransactions(
  database: Database,
  wanted: Partial<TransactionFilter> & Pick<TransactionFilter, 'scope'>,
): Promise<TransactionListPage> {
  const size = LIMITS.page.transactions
  const filter = { ...EVERY_TRANSACTION, now: new Date(), ...wanted }
  const found = await findPage(database, filter, size, findListRows)
  const { rows, next, searchedUntil: until, onlyNamed } = found
  if (until === null) return { rows, next, searchedUntil: null, onlyNamed }
  const by = until.part === 'upcoming' || until.part === 'passed' ? 'deadline' : 'created'
  return { rows, next, searchedUntil: { at: until.at, by }, onlyNamed }
}

/** Everything about one payment, or null when there is none with this id in scope. */
export async function findTransactionView(
  database: Database,
  scope: Scope,
  id: string,
): Promise<TransactionView | null> {
  if (!isUuid(id)) return null
  const [found] = await selectView(database, scope, id)
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
    eventCount: payment.eventCount,
    historyGaps: payment.historyGaps,
    flags: payment.flags,
    operations: found.operations,
    outsideChange: outsideChange({ ...found, firstEventCount: payment.firstEventCount }),
    notes: found.notes,
    reviewers: found.reviewers.map(({ actorName }) => actorName),
    connection,
    portalUrl: payment.portalUrl,
    readAt: payment.readAt,
    moneyRevision: payment.moneyRevision,
    version: found.version,
  }
}

const NOTE = {
  id: notes.id,
  text: notes.text,
  authorName: notes.authorName,
  authorRole: notes.authorRole,
  writtenAt: notes.writtenAt,
}

/** One statement, so that amounts, events and operations are from the same moment. */
function selectView(database: Database, scope: Scope, id: string) {
  const { name, scope: toCome, values } = scopeToCome(scope)
  return database.run((db) =>
    preparedOn(db, `view of ${name}`, () => prepareView(db, toCome)).execute({ ...values, id }),
  )
}

function prepareView(db: Db, scope: 'all' | readonly Placeholder[]) {
  const id = sql.placeholder('id')
  return db
    .select({
      row: ROW,
      version: TRANSACTION_VERSION,
      payment: transactions,
      connection: {
        id: connections.id,
        name: connections.name,
        accountId: connections.accountId,
        isTest: connections.isTest,
        updatedAt: connections.updatedAt,
        state: CONNECTION_STATE,
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
      notes: rowsAsJson(NOTE, {
        table: notes,
        where: eq(notes.transactionId, id),
        orderBy: asc(notes.writtenAt),
      }),
      reviewers: rowsAsJson(
        { actorName: reviewDecisions.actorName },
        {
          table: reviewDecisions,
          where: eq(reviewDecisions.operationId, transactions.openOperationId),
          orderBy: asc(reviewDecisions.decidedAt),
        },
      ),
    })
    .from(transactions)
    .innerJoin(connections, eq(connections.id, transactions.connectionId))
    .leftJoin(operations, eq(operations.id, transactions.openOperationId))
    .where(and(eq(transactions.id, id), withinScope(scope, transactions.connectionId)))
    .prepare('view')
}

/** The connection that a payment came by; null when there is no such payment. */
export async function findConnectionId(database: Database, id: string): Promise<string | null> {
  const [row] = await database.run((db) =>
    db
      .select({ connectionId: transactions.connectionId })
      .from(transactions)
      .where(eq(transactions.id, id)),
  )
  return row?.connectionId ?? null
}

/** What may be done through a payment's connection; null when there is no such payment. */
export async function findConnectionState(
  database: Database,
  id: string,
): Promise<ConnectionState | null> {
  const [row] = await database.run((db) =>
    db
      .select({ state: CONNECTION_STATE })
      .from(transactions)
      .innerJoin(connections, eq(connections.id, transactions.connectionId))
      .where(eq(transactions.id, id)),
  )
  return row?.state ?? null
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
