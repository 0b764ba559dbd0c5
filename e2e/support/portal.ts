import { Database } from '@/db/client'
import { listConnections } from '@/db/queries/connections'
import { DEMO_WEBHOOK_SECRET } from '@/db/seed/demo'
import { providerIdOf, sandbox } from './story'
import type { StoryPayment } from './story-payments'
import { currentWorld } from './world'

/** Somebody captures in the provider's own portal, and the provider calls to say so. */
export async function captureInPortal(name: StoryPayment, amountMinor: number): Promise<void> {
  const id = providerIdOf(name)
  await sandbox().actInPortal(id, { operation: 'capture', amount: amountMinor })
  const { statuses } = await sandbox().sendWebhooks(id, {
    url: await webhookAddress(),
    secret: DEMO_WEBHOOK_SECRET,
  })
  if (statuses[0] !== 200) throw new Error(`the webhook was answered with ${String(statuses[0])}`)
}

/** Where Dintero's webhooks go. */
async function webhookAddress(): Promise<string> {
  const world = currentWorld()
  if (world === undefined) throw new Error('Run the browser tests with npm run test:e2e.')
  const database = new Database(world.databaseUrl, 1)
  try {
    const dintero = (await listConnections(database)).find(({ provider }) => provider === 'dintero')
    return `${world.url}/api/webhooks/dintero/${dintero?.id ?? ''}`
  } finally {
    await database.close()
  }
}
