import { sql, type SQL } from 'drizzle-orm'
import { Database } from '@/db/client'
import { providerIdOf, world } from './journey'
import type { JourneyPayment } from './journey-payments'

/**
 * Leaves three payments as failed reads leave them: this one, one that was never read, and entries
 * without an id. No read of the next day replaces that.
 */
export async function markUnread(name: JourneyPayment): Promise<void> {
  const id = providerIdOf(name)
  await run(sql`
    insert into unread_payments (
      id, connection_id, provider_transaction_id, reason, detail, since, tried_at, due_at
    )
    select gen_random_uuid(), connection_id, unread.id, unread.reason, unread.detail,
      now() - interval '26 hours', now() - interval '12 minutes', now() + interval '1 day'
    from transactions cross join (values
      (${id}, 'malformed', 'events.2.amount: Invalid input: expected number, received string'),
      ('T11112222.7fQ2vXw9Yb3Zt7LmNp4RsA', 'not_kept', 'the database does not take it (21000)'),
      (null, 'malformed', 'id: Invalid input: expected string, received undefined')
    ) as unread (id, reason, detail)
    where provider_transaction_id = ${id}`)
  await run(sql`
    update transactions set read_at = now() - interval '1 day 3 hours', event_count = 1000
    where provider_transaction_id = ${id}`)
}

/** Gives a captured payment more refunds than captures, which no read of the next day replaces. */
export async function markContradictory(name: JourneyPayment): Promise<void> {
  await run(sql`
    update transactions set
      refunded_minor = captured_minor + 9200, is_contradictory = true, status = 'unknown',
      event_count = 1000
    where provider_transaction_id = ${providerIdOf(name)}`)
}

/** Has a payment read by its schedule at once. */
export async function scheduleRead(name: JourneyPayment): Promise<void> {
  await run(sql`
    update scheduled_reads set due_at = to_timestamp(0) from transactions
    where transactions.id = transaction_id
      and provider_transaction_id = ${providerIdOf(name)}`)
}

async function run(statement: SQL): Promise<void> {
  const database = new Database(world().databaseUrl, 1)
  try {
    await database.run((db) => db.execute(statement))
  } finally {
    await database.close()
  }
}
