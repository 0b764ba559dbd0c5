import type { Database } from '@/db/client'
import { findProviderTransactionId } from '@/db/queries/payment/transactions'
import {
  claimDeliveries,
  finishDelivery,
  postponeDelivery,
  type ClaimedDelivery,
} from '@/db/queries/sync/webhook-deliveries'
import { LIMITS } from '@/lib/config/limits'
import type { DeliveryResult } from '@/lib/domain/provider/provider'
import { log } from '@/lib/observability/log'
import { nextCheckMs } from '@/lib/operations/runner/next-check'
import { readPayment } from './read-payment'

/**
 * One round of the reads that webhooks cause: one read a payment, however many webhooks are about
 * it. Returns how many webhooks it took up.
 */
export async function readDeliveriesOnce(database: Database): Promise<number> {
  const claimed = await claimDeliveries(database, LIMITS.webhook.claim)
  const onePerPayment = new Map(claimed.map((delivery) => [subjectOf(delivery), delivery]))
  await Promise.all([...onePerPayment.values()].map((delivery) => readFor(database, delivery)))
  return claimed.length
}

function subjectOf({ id, connectionId, providerTransactionId }: ClaimedDelivery): string {
  return providerTransactionId === null ? id : `${connectionId} ${providerTransactionId}`
}

/**
 * Reads a delivery's payment. A failed read is tried again later; one of a dead instance, when its
 * lease ends.
 */
async function readFor(database: Database, delivery: ClaimedDelivery): Promise<void> {
  try {
    const { result, readAt, waitMs } = await readSubject(database, delivery)
    if (waitMs !== undefined) await postponeDelivery(database, delivery.id, waitMs, 'limit')
    else if (result === null) await tryLater(database, delivery)
    else await finishDelivery(database, delivery, result, readAt)
  } catch (error) {
    log().warn({ error, deliveryId: delivery.id }, 'a webhook’s read failed')
    await tryLater(database, delivery).catch(() => undefined)
  }
}

interface ReadSubject {
  /** Null when it has to be tried again. */
  readonly result: DeliveryResult | null
  readonly readAt: string | null
  /** Milliseconds until the provider can be read, where a limit on reads stood against it. */
  readonly waitMs?: number
}

/** Reads what a delivery is about. */
async function readSubject(database: Database, delivery: ClaimedDelivery): Promise<ReadSubject> {
  const locator = await locate(database, delivery)
  if (locator === null) return { result: 'no_subject', readAt: null }
  const read = await readPayment(database, delivery.connectionId, locator)
  if (read.ok) return { result: 'read', readAt: read.readAt }
  const isGone = read.problem === 'not_found' && delivery.ageMs > read.features.settleWindowMs
  const waiting = read.waitMs === undefined ? {} : { waitMs: read.waitMs }
  return { result: isGone ? 'not_found' : null, readAt: null, ...waiting }
}

async function locate(
  database: Database,
  { connectionId, providerTransactionId, orderReference }: ClaimedDelivery,
): Promise<{ providerTransactionId: string; orderReference: string | null } | null> {
  const found =
    providerTransactionId ??
    (orderReference === null
      ? null
      : await findProviderTransactionId(database, connectionId, orderReference))
  return found === null ? null : { providerTransactionId: found, orderReference }
}

async function tryLater(database: Database, delivery: ClaimedDelivery): Promise<void> {
  const delayMs = nextCheckMs(delivery.tries - 1)
  if (delayMs === null) await finishDelivery(database, delivery, 'gave_up', null)
  else await postponeDelivery(database, delivery.id, delayMs, 'failure')
}
