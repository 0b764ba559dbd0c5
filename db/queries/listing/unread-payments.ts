import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { connections } from '@/db/schema/connections'
import { transactions } from '@/db/schema/transactions'
import { unreadPayments } from '@/db/schema/unread-payments'
import { LIMITS } from '@/lib/config/limits'
import type { UnreadPayment, UnreadPayments } from '@/lib/domain/payment/unread-payment'

const { unavailableMs } = LIMITS.list.attention

/** A provider that is away for a moment is no matter of the payment. */
const IS_SHOWN = sql`(
  ${unreadPayments.reason} <> 'unavailable'
  or ${unreadPayments.since} < now() - ${sql.raw(String(unavailableMs))} * interval '1 millisecond'
)`

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

function selectUnread(database: Database, condition: SQL | undefined, limit: number) {
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
      .where(and(IS_SHOWN, condition))
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
export async function listUnreadPayments(database: Database): Promise<UnreadPayments> {
  const [rows, count] = await Promise.all([
    selectUnread(database, undefined, LIMITS.page.unreadPayments),
    countUnreadPayments(database),
  ])
  return { rows: rows.map(unreadPayment), count }
}

/** The failed last read of a payment, or null when its last read succeeded. */
export async function findUnreadOf(
  database: Database,
  transactionId: string,
): Promise<UnreadPayment | null> {
  const [row] = await selectUnread(database, eq(transactions.id, transactionId), 1)
  return row === undefined ? null : unreadPayment(row)
}

/** The number of payments whose last read failed. */
export async function countUnreadPayments(database: Database): Promise<number> {
  const [row] = await database.run((db) =>
    db
      .select({ count: sql`count(*)`.mapWith(Number) })
      .from(unreadPayments)
      .where(IS_SHOWN),
  )
  return row?.count ?? 0
}

/** The ids of the unread payments that are shown, for statements that count up to a cap. */
export const SHOWN_UNREAD_IDS = sql`select ${unreadPayments.id} from ${unreadPayments} where ${IS_SHOWN}`
