import { createHash, timingSafeEqual } from 'node:crypto'
import type { WebhookReader, WebhookReading } from '../webhook-port'
import { bamboraCheckoutSecret } from './settings'

/**
 * Reads the callback that follows an authorization (fact sheet §10): a GET whose values, in the
 * order received and decoded, are signed with MD5 and the merchant's key. What follows `hash` is
 * neither signed nor read; without a key nothing is believed.
 */
export const readBamboraCheckoutWebhook: WebhookReader = (request, secret) => {
  const signed: string[] = []
  const fields = new Map<string, string>()
  let hash: string | null = null
  for (const [name, value] of request.query) {
    if (name === 'hash') {
      hash = value
      break
    }
    signed.push(value)
    fields.set(name, value)
  }
  const transactionId = fields.get('txnid')
  if (hash === null || transactionId === undefined || !/^\d{1,20}$/.test(transactionId)) {
    return failed('malformed')
  }
  const key = bamboraCheckoutSecret.safeParse(secret).data?.md5Key
  if (key === undefined || !isSame(md5(signed.join('') + key), hash)) return failed('forged')
  return {
    ok: true,
    notice: {
      deliveryId: createHash('sha256').update(signed.join('')).digest('hex'),
      providerTransactionId: transactionId,
      orderReference: fields.get('orderid') ?? null,
      sentAt: null,
    },
  }
}

function failed(problem: 'forged' | 'malformed'): WebhookReading {
  return { ok: false, problem }
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}

/** Compares in constant time; digests of both have one length, whatever was received. */
function isSame(expected: string, received: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text.toLowerCase()).digest()
  return timingSafeEqual(digest(expected), digest(received))
}
