import { sql, type SQL } from 'drizzle-orm'
import { Database } from '@/db/client'
import { world } from './journey'
import { orderReferenceOf, type JourneyPayment } from './journey-payments'

/** Postpones the next check, so that only a user's request makes one. */
export function postponeNextCheck(name: JourneyPayment): Promise<void> {
  return changeOperation(name, sql`next_check_at = now() + interval '1 hour'`)
}

/** Makes the next check due and the last one: an outcome it cannot settle goes to review. */
export function exhaustChecks(name: JourneyPayment): Promise<void> {
  return changeOperation(name, sql`next_check_at = now(), checks = 1000`)
}

async function changeOperation(name: JourneyPayment, change: SQL): Promise<void> {
  const database = new Database(world().databaseUrl, 1)
  try {
    await database.run((db) =>
      db.execute(sql`
        update operations set ${change} from transactions
        where transactions.id = transaction_id and settled_at is null
          and order_reference = ${orderReferenceOf(name)}`),
    )
  } finally {
    await database.close()
  }
}
