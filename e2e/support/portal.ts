import { announce } from './announce'
import { providerIdOf, sandbox } from './story'
import type { StoryPayment } from './story-payments'

/** Somebody captures in the provider's own portal, and the provider tells of it. */
export async function captureInPortal(name: StoryPayment, amountMinor: number): Promise<void> {
  const id = providerIdOf(name)
  await sandbox().actInPortal(id, { operation: 'capture', amount: amountMinor })
  await announce(id)
}
