import { sendWebhook } from './send-webhook'
import { providerIdOf, sandbox } from './journey'
import type { JourneyPayment } from './journey-payments'

/** Captures in the provider's own portal, and sends the provider's webhook about it. */
export async function captureInPortal(name: JourneyPayment, amountMinor: number): Promise<void> {
  const id = providerIdOf(name)
  await sandbox().actInPortal(id, { operation: 'capture', amount: amountMinor })
  await sendWebhook(id)
}
