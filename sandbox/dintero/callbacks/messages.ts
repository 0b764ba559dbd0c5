import { randomUUID } from 'node:crypto'
import type { Transaction, TransactionEvent } from '../transaction'
import type { Message } from '../../calls/send-message'
import { callbackSignature, webhookSignature } from './signatures'

interface Alterations {
  /** Blanks after the body. */
  readonly padBytes: number
  /** Values that replace members of the transaction in the body. */
  readonly claims: Readonly<Record<string, unknown>>
}

/** A webhook about a changed transaction (fact sheet §13.3), optionally altered. */
export function webhookMessage(
  transaction: Transaction,
  target: { readonly url: string; readonly secret: string },
  { padBytes, claims }: Alterations = { padBytes: 0, claims: {} },
): Message {
  const deliveryId = randomUUID()
  const { id, account_id, session_id, merchant_reference, merchant_reference_2 } = transaction
  const text = JSON.stringify({
    account_id,
    event: 'checkout_transaction',
    event_delivery: deliveryId,
    transaction: {
      id,
      session_id,
      merchant_reference,
      merchant_reference_2,
      status: transaction.status,
      created_at: transaction.created_at,
      updated_at: transaction.updated_at,
      ...claims,
    },
  })
  const body = text + ' '.repeat(padBytes)
  return {
    url: target.url,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Dintero-Hook/sandbox',
      event: 'checkout_transaction',
      'event-delivery': deliveryId,
      'event-signature': webhookSignature(target.secret, body),
    },
    body,
  }
}

/**
 * The session callback about an event, if the transaction's callback address subscribes to it (fact
 * sheet §13.1). Addresses that cannot exist (`.example`) are never called.
 */
export function callbackMessage(
  transaction: Transaction,
  event: TransactionEvent,
  secret: string | undefined,
  nowMs: number,
): Message | null {
  const address = transaction.url?.['callback_url']
  if (address === undefined) return null
  const url = new URL(address)
  const isSubscribed = url.searchParams.getAll('report_event').includes(event.event)
  if (!isSubscribed || url.hostname.endsWith('.example')) return null
  const method = url.searchParams.get('method') === 'POST' ? 'POST' : 'GET'
  const sessionName = url.searchParams.get('sid_parameter_name') ?? 'session_id'
  url.searchParams.append('transaction_id', transaction.id)
  url.searchParams.append(sessionName, transaction.session_id)
  url.searchParams.append('merchant_reference', transaction.merchant_reference)
  url.searchParams.append('time', new Date(nowMs).toISOString())
  url.searchParams.append('event', event.event)
  url.searchParams.append('event_id', event.id)
  const timestampS = Math.floor(nowMs / 1000)
  const accountId = transaction.account_id
  const signature = secret && callbackSignature({ secret, timestampS, accountId, method, url })
  return {
    url: url.toString(),
    method,
    headers: {
      'event-delivery': randomUUID(),
      ...(signature && { 'dintero-signature': signature }),
      ...(method === 'POST' && { 'content-type': 'application/json' }),
    },
    ...(method === 'POST' && { body: JSON.stringify(transaction) }),
  }
}
