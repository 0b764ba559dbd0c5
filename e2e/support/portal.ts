import { sendWebhook } from './send-webhook'
import { providerIdOf, sandbox } from './journey'
import type { JourneyPayment } from './journey-payments'

/** Somebody captures in the provider's own portal, and the provider tells of it. */
export async function captureInPortal(name: JourneyPayment, amountMinor: number): Promise<void> {
  const id = providerIdOf(name)
  await sandbox().actInPortal(id, { operation: 'capture', amount: amountMinor })
  await sendWebhook(id)
}
