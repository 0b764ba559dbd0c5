import { createHash } from 'node:crypto'
import { LIMITS } from '@/lib/config/limits'
import type { WebhookNotice } from '../webhook-port'
import { id, readText } from './fields'

/**
 * A verified notice as it can be kept, whatever its names look like: a webhook is only a sign, and
 * one that we refused would come again for weeks. A name of the delivery that is too long is known
 * by its digest, an order reference is cut, and what is no payment's id is none.
 */
export function storableNotice(notice: WebhookNotice): WebhookNotice {
  const { deliveryId, providerTransactionId, orderReference } = notice
  const { reference } = LIMITS.providerText
  return {
    ...notice,
    deliveryId: id.safeParse(deliveryId).data ?? digestOf(deliveryId),
    providerTransactionId: id.safeParse(providerTransactionId).data ?? null,
    orderReference: readText(orderReference, reference) ?? null,
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
