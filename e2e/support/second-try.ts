import { replacePayments, sandbox } from './journey'
import { createJourneyPayments, relabelPayments } from './journey-payments'
import { importByWebhook } from './send-webhook'

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
  await importByWebhook(...Object.values(ids))
  replacePayments(ids)
}
