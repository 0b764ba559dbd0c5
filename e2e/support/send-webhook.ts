import { Database } from '@/db/client'
import { listConnections } from '@/db/queries/sync/connections'
import { DEMO_WEBHOOK_SECRET } from '@/db/seed/demo'
import { sandbox, world } from './journey'

/** Sends Dintero's webhook about a payment to the application. */
export async function sendWebhook(providerTransactionId: string): Promise<void> {
  const { statuses } = await sandbox().sendWebhooks(providerTransactionId, {
    url: await webhookAddress(),
    secret: DEMO_WEBHOOK_SECRET,
  })
  if (statuses[0] !== 200) throw new Error(`the webhook was answered with ${String(statuses[0])}`)
}

/** The address for Dintero's webhooks. */
export async function webhookAddress(): Promise<string> {
  const { databaseUrl, url } = world()
  const database = new Database(databaseUrl, 1)
  try {
    const dintero = (await listConnections(database)).find(({ provider }) => provider === 'dintero')
    if (dintero === undefined) throw new Error('the demo has no account at Dintero')
    return `${url}/api/webhooks/dintero/${dintero.id}`
  } finally {
    await database.close()
  }
}
