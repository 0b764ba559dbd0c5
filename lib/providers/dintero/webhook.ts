import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { parseJson } from '../http/json-body'
import { optional, shownId, shownObject, shownReference } from '../shared/fields'
import type { WebhookReader, WebhookReading, WebhookRequest } from '../webhook-port'
import { dinteroSecret } from './settings'

/**
 * Greatest difference between a callback's time and ours: Dintero's own advice (fact sheet §13.2).
 */
const TOLERANCE_S = 300

/**
 * Verifies a call from Dintero: an account webhook, signed over its body (fact sheet §13.3), or a
 * session callback, signed over its address and time (§13.2). A connection that keeps no secret for
 * a kind of call takes none of that kind.
 */
export const readDinteroWebhook: WebhookReader = (request, secret, now) => {
  const { webhookSecret, callbackSecret } = dinteroSecret.parse(secret)
  const { 'event-signature': ofBody, 'dintero-signature': ofAddress } = request.headers
  if (ofBody !== undefined && webhookSecret !== undefined) {
    return readAccountWebhook(request, ofBody, webhookSecret)
  }
  if (ofAddress !== undefined && callbackSecret !== undefined) {
    return readCallback(request, ofAddress, callbackSecret, now)
  }
  return { ok: false, problem: 'forged' }
}

const webhookBody = z.object({
  /** Whole, however long it is, and none where it is blank: two deliveries must not become one. */
  event_delivery: optional(z.string()).catch(undefined),
  transaction: shownObject({ id: shownId, merchant_reference: shownReference }),
})

/** The header `event-delivery` isn't signed, so a delivery is identified by its body. */
function readAccountWebhook(
  { rawBody }: WebhookRequest,
  signature: string,
  secret: string,
): WebhookReading {
  const expected = createHmac('sha1', secret).update(rawBody).digest('hex')
  if (!isSame(signature, expected)) return { ok: false, problem: 'forged' }
  const parsed = webhookBody.safeParse(parseJson(rawBody.toString('utf8'))?.value)
  if (!parsed.success) return { ok: false, problem: 'malformed' }
  const { event_delivery: deliveryId, transaction } = parsed.data
  return {
    ok: true,
    notice: {
      deliveryId: deliveryId ?? digest(rawBody),
      providerTransactionId: transaction?.id ?? null,
      orderReference: transaction?.merchant_reference ?? null,
      sentAt: null,
    },
  }
}

/**
 * The account is signed too; ours is taken from the ids in the query, which begin with it (§1). A
 * repeated delivery may carry a newer time, so it is identified by its query alone.
 */
function readCallback(
  request: WebhookRequest,
  header: string,
  secret: string,
  now: Date,
): WebhookReading {
  const [, timestamp, signature] = /^t=(\d{1,12}),v0-hmac-sha256=([0-9a-f]{64})$/.exec(header) ?? []
  if (timestamp === undefined || signature === undefined) return { ok: false, problem: 'forged' }
  const { query } = request
  const transactionId = query.get('transaction_id')
  const sessionName = query.get('sid_parameter_name') ?? 'session_id'
  const accountId = /^[PT]\d{8}(?=\.)/.exec(transactionId ?? query.get(sessionName) ?? '')?.[0]
  if (accountId === undefined) return { ok: false, problem: 'malformed' }
  const expected = callbackSignature(request, { secret, timestamp, accountId })
  if (!isSame(signature, expected)) return { ok: false, problem: 'forged' }
  const sentAtS = Number(timestamp)
  if (Math.abs(now.getTime() / 1000 - sentAtS) > TOLERANCE_S) return { ok: false, problem: 'stale' }
  return {
    ok: true,
    notice: {
      deliveryId: digest(sortedQuery(query)),
      providerTransactionId: transactionId,
      orderReference: query.get('merchant_reference'),
      sentAt: new Date(sentAtS * 1000),
    },
  }
}

interface CallbackKey {
  readonly secret: string
  /** Seconds since the epoch, as they stand in the header. */
  readonly timestamp: string
  readonly accountId: string
}

/** The hex digest that belongs in a callback's `Dintero-Signature` (fact sheet §13.2). */
export function callbackSignature(
  { headers, method, pathWithQuery, query }: Omit<WebhookRequest, 'rawBody'>,
  { secret, timestamp, accountId }: CallbackKey,
): string {
  const hostname = (headers.host ?? '').replace(/:\d+$/, '')
  const pathname = pathWithQuery.split('?', 1)[0] ?? ''
  const parts = [timestamp, accountId, method, hostname, pathname, sortedQuery(query)]
  return createHmac('sha256', secret).update(parts.join('\n')).digest('hex')
}

function sortedQuery(query: URLSearchParams): string {
  const sorted = new URLSearchParams(query)
  sorted.sort()
  return sorted.toString()
}

/** Compares in constant time. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function digest(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex')
}
