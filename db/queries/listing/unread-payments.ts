import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import { connections } from '@/db/schema/connections'
import { transactions } from '@/db/schema/transactions'
import { unreadPayments } from '@/db/schema/unread-payments'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import type { UnreadPayment, UnreadPayments } from '@/lib/domain/payment/unread-payment'

const { unavailableMs } = LIMITS.list.attention

/** A provider that is away for a moment is no matter of the payment. */
const IS_SHOWN = sql`(
  ${unreadPayments.reason} <> 'unavailable'
  or ${unreadPayments.since} < now() - ${sql.raw(String(unavailableMs))} * interval '1 millisecond'
)`

const ofScope = (scope: Scope): SQL | undefined => withinScope(scope, unreadPayments.connectionId)

const ROW = {
  id: unreadPayments.id,
  provider: connections.provider,
  connectionName: connections.name,
  providerTransactionId: unreadPayments.providerTransactionId,
  reason: unreadPayments.reason,
  detail: unreadPayments.detail,
  since: unreadPayments.since,
  triedAt: unreadPayments.triedAt,
  transactionId: transactions.id,
  readAt: transactions.readAt,
}

function selectUnread(database: Database, scope: Scope, condition: SQL | undefined, limit: number) {
  return database.run((db) =>
    db
      .select(ROW)
      .from(unreadPayments)
      .innerJoin(connections, eq(connections.id, unreadPayments.connectionId))
      .leftJoin(
        transactions,
        and(
          eq(transactions.connectionId, unreadPayments.connectionId),
          eq(transactions.providerTransactionId, unreadPayments.providerTransactionId),
        ),
      )
      .where(and(IS_SHOWN, ofScope(scope), condition))
      .orderBy(asc(unreadPayments.since), asc(unreadPayments.id))
      .limit(limit),
  )
}

type Row = Awaited<ReturnType<typeof selectUnread>>[number]

function unreadPayment({ transactionId, readAt, ...row }: Row): UnreadPayment {
  const isKnown = transactionId !== null && readAt !== null
  return Object.assign(row, { known: isKnown ? { transactionId, readAt } : null })
}

/** The payments whose last read failed, longest first, up to a page of them, and their number. */
export async function listUnreadPayments(
  database: Database,
  scope: Scope,
): Promise<UnreadPayments> {
  const [rows, count] = await Promise.all([
    selectUnread(database, scope, undefined, LIMITS.page.unreadPayments),
    countUnreadPayments(database, scope),
  ])
  return { rows: rows.map(unreadPayment), count }
}

/** The failed last read of a payment, or null when its last read succeeded. */
export async function findUnreadOf(
  database: Database,
  scope: Scope,
  transactionId: string,
): Promise<UnreadPayment | null> {
  const [row] = await selectUnread(database, scope, eq(transactions.id, transactionId), 1)
  return row === undefined ? null : unreadPayment(row)
}

/** The number of payments whose last read failed. */
export async function countUnreadPayments(database: Database, scope: Scope): Promise<number> {
  const [row] = await database.run((db) =>
    db
      .select({ count: sql`count(*)`.mapWith(Number) })
      .from(unreadPayments)
      .where(and(IS_SHOWN, ofScope(scope))),
  )
  return row?.count ?? 0
}

/** The ids of the unread payments that are shown, for statements that count up to a cap. */
export function shownUnreadIds(scope: Scope): SQL {
  return sql`select ${unreadPayments.id} from ${unreadPayments} where ${and(IS_SHOWN, ofScope(scope))}`
}
