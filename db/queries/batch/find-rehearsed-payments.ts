import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { BACKWARDS } from '@/db/queries/listing/list-conditions'
import { listRow, ROW } from '@/db/queries/listing/list-rows'
import { EVENT, ITEM } from '@/db/queries/payment-columns'
import { rowsAsJson } from '@/db/queries/rows-as-json'
import { CONNECTION_STATE } from '@/db/queries/sync/connections'
import { withinScope } from '@/db/queries/within-scope'
import { connections } from '@/db/schema/connections'
import { operations } from '@/db/schema/operations'
import { orderItems, transactionEvents, transactions } from '@/db/schema/transactions'
import type { Scope } from '@/lib/domain/access/scope'
import type { RehearsedPayment } from '@/lib/domain/batch/rehearsed-payment'
import { readTyped } from '@/lib/domain/listing/list-search'
import { searchKey } from '@/lib/domain/listing/search-key'
import { itemProgress } from '@/lib/domain/rules/item-progress'

/** What names a payment: its id, or an order number, or the provider's id. */
export interface PaymentName {
  readonly order: string
  readonly transactionId: string | null
}

/** Payments of one name that are looked at; a person has to pick one of them anyway. */
const MOST_OF_ONE_NAME = 5

/**
 * The payments in scope that each of these names stands for, by position, from the same moment: one
 * statement, however many names.
 */
export async function findRehearsedPayments(
  database: Database,
  scope: Scope,
  names: readonly PaymentName[],
): Promise<ReadonlyMap<number, readonly RehearsedPayment[]>> {
  const wanted = names.map(({ order, transactionId }, position) => {
    const text = readTyped(order)
    return transactionId === null
      ? { position, wanted_key: searchKey(text), wanted_text: text }
      : { position, wanted_id: transactionId }
  })
  const rows = await selectPayments(database, scope, JSON.stringify(wanted))
  const found = new Map<number, RehearsedPayment[]>()
  for (const { row, position, items, events, ...rest } of rows) {
    const payment = { ...listRow(row), ...rest, events, items: itemProgress(items, events) }
    found.set(position, [...(found.get(position) ?? []), payment])
  }
  return found
}

/** An operation as far as the rules ask for it. */
const OPERATION = {
  id: operations.id,
  kind: operations.kind,
  state: operations.state,
  amountMinor: operations.amountMinor,
  reference: operations.reference,
  retry: operations.retry,
  settledAt: operations.settledAt,
  createdAt: operations.createdAt,
  lines: operations.lines,
}

function selectPayments(database: Database, scope: Scope, wanted: string) {
  return database.run((db) =>
    db
      .select({
        position: sql<number>`page.position`,
        row: ROW,
        flags: transactions.flags,
        connection: { id: connections.id, state: CONNECTION_STATE },
        items: rowsAsJson(ITEM, {
          table: orderItems,
          where: eq(orderItems.transactionId, transactions.id),
          orderBy: asc(orderItems.position),
        }),
        events: rowsAsJson(EVENT, {
          table: transactionEvents,
          where: eq(transactionEvents.transactionId, transactions.id),
          orderBy: asc(transactionEvents.position),
        }),
        operations: rowsAsJson(OPERATION, {
          table: operations,
          where: eq(operations.transactionId, transactions.id),
          orderBy: desc(operations.createdAt),
        }),
      })
      .from(sql`(${namedPayments(wanted)}) as page`)
      .innerJoin(transactions, sql`${transactions.id} = page.id`)
      .innerJoin(connections, eq(connections.id, transactions.connectionId))
      .leftJoin(operations, eq(operations.id, transactions.openOperationId))
      .where(and(withinScope(scope, transactions.connectionId)))
      .orderBy(sql`page.position`, desc(transactions.providerCreatedAt), desc(transactions.id)),
  )
}

/** Position and id of every payment that is named, by the indexes of ids and order references. */
function namedPayments(wanted: string): SQL {
  return sql`
    select named.position, payment.id
    from jsonb_to_recordset(${wanted}::jsonb)
      as named (position int, wanted_id uuid, wanted_key text, wanted_text text)
    cross join lateral (
      select id from transactions where id = named.wanted_id
      union
      (
        select id from transactions
        where named.wanted_key <> '' and ${BACKWARDS} = reverse(named.wanted_key)
        limit ${MOST_OF_ONE_NAME}
      )
      union
      select transactions.id from connections join transactions
        on transactions.connection_id = connections.id
        and transactions.provider_transaction_id = named.wanted_text
      where named.wanted_text <> ''
      limit ${MOST_OF_ONE_NAME}
    ) as payment`
}
