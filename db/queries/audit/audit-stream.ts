import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { users } from '@/db/schema/people'
import { transactions } from '@/db/schema/transactions'

/** The payment that an audit stream is about, or null when it is about something else. */
export async function findStreamPayment(database: Database, streamId: string) {
  const [row] = await database.run((db) =>
    db
      .select({ id: transactions.id, orderReference: transactions.orderReference })
      .from(transactions)
      .where(eq(transactions.id, streamId)),
  )
  return row ?? null
}

/** The name of the person that an audit stream is about, or null when it is about something else. */
export async function findStreamPersonName(
  database: Database,
  streamId: string,
): Promise<string | null> {
  const [row] = await database.run((db) =>
    db.select({ name: users.name }).from(users).where(eq(users.id, streamId)),
  )
  return row?.name ?? null
}
