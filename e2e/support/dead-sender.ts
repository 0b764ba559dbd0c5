import { sql } from 'drizzle-orm'
import { Database } from '@/db/client'
import { addAttempt, addOperation, secondsAgo } from '@/testing/operation-row'
import { providerIdOf, world } from './journey'
import type { JourneyPayment } from './journey-payments'

/** Leaves a capture as a process leaves it that was killed while it sent: its lock is free. */
export async function leaveWithoutSender(name: JourneyPayment): Promise<void> {
  const database = new Database(world().databaseUrl, 1)
  try {
    const [payment] = await database.run((db) =>
      db.execute<{ id: string; amountMinor: number }>(sql`
        select id, amount_minor::int as "amountMinor" from transactions
        where provider_transaction_id = ${providerIdOf(name)}`),
    )
    if (payment === undefined) throw new Error(`there is no payment ${name}`)
    const { id, amountMinor } = payment
    const operation = await addOperation(database, id, {
      state: 'sending',
      amountMinor,
      sentAt: secondsAgo(1),
      nextCheckAt: null,
      baselineTotals: {
        authorizedMinor: amountMinor,
        capturedMinor: 0,
        refundedMinor: 0,
        releasedMinor: 0,
      },
    })
    await addAttempt(database, operation)
  } finally {
    await database.close()
  }
}
