import { expect } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { Database } from '@/db/client'
import { replacePayments, sandbox, world } from './journey'
import { createJourneyPayments, relabelPayments } from './journey-payments'
import { sendWebhook } from './send-webhook'

/**
 * Chooses the payments of a test: those of the world, or for a second try new ones, because the first
 * one may have used its payments up.
 * @param label begins the order references of the new payments; null for those of the world
 */
export async function choosePayments(label: string | null): Promise<void> {
  relabelPayments(label)
  replacePayments({})
  if (label === null) return
  const ids = await createJourneyPayments(sandbox(), 'unshown')
  for (const id of Object.values(ids)) await sendWebhook(id)
  await expect.poll(() => countPayments(label), { timeout: 60_000 }).toBe(Object.keys(ids).length)
  replacePayments(ids)
}

async function countPayments(label: string): Promise<number> {
  const database = new Database(world().databaseUrl, 1)
  try {
    const rows = await database.run((db) =>
      db.execute(sql`select id from transactions where order_reference like ${`${label}-%`}`),
    )
    return rows.length
  } finally {
    await database.close()
  }
}
