import { expect } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { Database } from '@/db/client'
import { listConnections } from '@/db/queries/sync/connections'
import { DEMO_WEBHOOK_SECRET } from '@/db/seed/demo'
import type { Provider } from '@/lib/domain/provider/provider'
import { sandbox, world } from './journey'

/** Sends Dintero's webhook about a payment to the application. */
export async function sendWebhook(providerTransactionId: string): Promise<void> {
  const { statuses } = await sandbox().sendWebhooks(providerTransactionId, {
    url: await webhookAddress(),
    secret: DEMO_WEBHOOK_SECRET,
  })
  if (statuses[0] !== 200) throw new Error(`the webhook was answered with ${String(statuses[0])}`)
}

/** Brings new payments in as Dintero's webhooks do; they are in the list when it resolves. */
export async function importByWebhook(...providerTransactionIds: string[]): Promise<void> {
  for (const id of providerTransactionIds) await sendWebhook(id)
  const database = new Database(world().databaseUrl, 1)
  const countKnown = async () => {
    const ids = sql.join(
      providerTransactionIds.map((id) => sql`${id}`),
      sql`, `,
    )
    const rows = await database.run((db) =>
      db.execute(sql`select id from transactions where provider_transaction_id in (${ids})`),
    )
    return rows.length
  }
  try {
    await expect
      .poll(countKnown, { intervals: [100], timeout: 60_000 })
      .toBe(providerTransactionIds.length)
  } finally {
    await database.close()
  }
}

/** Makes Bambora's callback about a payment to the application. */
export async function sendCallback(paymentId: string): Promise<void> {
  const url = await webhookAddress('bambora-checkout')
  await sandbox().call('POST', `bambora-checkout/transactions/${paymentId}/webhook`, { url })
}

/** The address for a provider's webhooks. */
export async function webhookAddress(provider: Provider = 'dintero'): Promise<string> {
  const { databaseUrl, url } = world()
  const database = new Database(databaseUrl, 1)
  try {
    const connection = (await listConnections(database)).find((one) => one.provider === provider)
    if (connection === undefined) throw new Error(`the demo has no account at ${provider}`)
    return `${url}/api/webhooks/${provider}/${connection.id}`
  } finally {
    await database.close()
  }
}
