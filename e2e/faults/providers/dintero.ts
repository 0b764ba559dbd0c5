import { randomUUID } from 'node:crypto'
import { OTHER_ACCOUNT } from '@/sandbox/dintero/accounts'
import type { Settings } from '@/sandbox/dintero/settings'
import type { Transaction, TransactionEvent } from '@/sandbox/dintero/transaction'
import { DINTERO as CONTRACT } from '@/testing/contract/providers/dintero'
import type { SandboxControl } from '@/testing/sandbox-control'
import { FORGED_REFERENCE, TOO_MANY_BYTES } from '../model/false-webhooks'
import { isObject, withList, withNulls } from '../model/answer-changes'
import type { Effect, LedgerPayment } from '../model/ledger'
import { SHORT_LIMITS } from '../model/limits'
import { ORDER } from '../model/order'
import type { Participant } from '../plan/participant'

const DAY_MS = 86_400_000
const READS_AT_ONCE = 8
const WEBHOOK_SECRET = 'campaign-webhooks'
const LONG_AGO = { status: 'AUTHORIZED', updated_at: '2020-01-01T00:00:00.000Z' }
const FALSE_CLAIMS = { merchant_reference: FORGED_REFERENCE, status: 'CAPTURED' }

const SETTINGS: readonly Partial<Settings>[] = [
  {},
  {
    referenceOnFailedEvent: false,
    providerFailure: 'failed-event',
    refusalStatus: 403,
    rejectedTokenStatus: 403,
    voidAfterPartCapture: 'captured',
  },
  {
    authorizationEvent: 'UPDATE_AUTHORIZATION',
    authorizationRefusal: 'failed-event',
    refusalStatus: 409,
    secondWhilePending: 'refuse-400',
    listOrder: 'oldest-first',
  },
  {
    providerFailure: 'accepted-then-failed',
    pendingMs: 600,
    secondWhilePending: 'refuse-503',
    refundOfPartCapture: 'REFUNDED',
    listOrder: 'random',
  },
]
const CHANGES = new Set(['AUTHORIZE', 'UPDATE_AUTHORIZATION'])
/** Members that decide about no money by themselves, references among them. */
const NULLABLE = [
  ...['items', 'updated_at', 'error', 'customer', 'billing_address', 'shipping_address', 'url'],
  ...['metadata', 'merchant_reference', 'merchant_reference_2', 'settlement_status'],
  ...['event_reference', 'request_headers', 'request_id', 'correlation_request_id', 'created_by'],
]

export const DINTERO: Participant = {
  provider: 'dintero',
  path: CONTRACT.account.path,
  accounts: {
    main: {
      accountId: CONTRACT.account.accountId,
      secret: { ...CONTRACT.account.secret, webhookSecret: WEBHOOK_SECRET },
    },
    other: {
      accountId: OTHER_ACCOUNT,
      secret: { clientId: 'paydesk-other', clientSecret: 'paydesk-other-secret' },
    },
  },
  currency: 'NOK',
  list: {
    path: /\/transactions\?/,
    isEmpty: (body) => Array.isArray(body) && body.length === 0,
    endWithEmptyPage: fillLastPage,
  },
  capturesOnce: false,
  identifiesOurs: true,
  settings: SETTINGS,
  creationOptions: (isExpired, half) => ({
    items: ORDER,
    method: half === 0 ? 'klarna.klarna' : 'klarna.billie',
    expiresAt: new Date(Date.now() + (isExpired ? -1 : 20) * DAY_MS).toISOString(),
  }),
  wire: {
    writes: /\/transactions\/[^/?]+\/(?:capture|refund|void|authorization)(?:\?|$)/,
    reads: /\/transactions\/([^/?]+)(?:\?|$)/,
    callsOfRead: 1,
    sense: { idMember: 'id', members: ['currency', 'amount'] },
    isDone: (status) => status === 200,
    changes: {
      // The first event is the authorization, which all others presuppose.
      'newest-missing': (body) =>
        withList(body, 'events', (events) => (events.length > 1 ? events.slice(0, -1) : events)),
      nulls: (body) => withNulls(body, NULLABLE),
      'amounts-null': (body) =>
        withList(body, 'events', ([first, ...rest]) => [
          first,
          ...rest.map((event) => withNulls(event, ['amount', 'success'])),
        ]),
      contradictory: (body) =>
        isObject(body) && /"event":"CAPTURE"/.test(JSON.stringify(body))
          ? { ...body, amount: 1 }
          : body,
    },
  },
  ledger: readLedger,
  webhooks: {
    genuine: (_control, id) =>
      Promise.resolve([
        { id, subject: id, content: randomUUID(), options: { secret: WEBHOOK_SECRET } },
        {
          id,
          subject: id,
          content: randomUUID(),
          options: { secret: WEBHOOK_SECRET, claims: LONG_AGO },
        },
      ]),
    forged: { secret: WEBHOOK_SECRET, forged: true, claims: FALSE_CLAIMS },
    oversized: { secret: WEBHOOK_SECRET, padBytes: TOO_MANY_BYTES, claims: FALSE_CLAIMS },
  },
  faults: {},
}

/** A list of full pages ends with an empty one; so it gets as many payments more as that takes. */
async function fillLastPage(control: SandboxControl, accountId: string): Promise<void> {
  const all = await control.totals()
  const own = all.filter((one) => one.accountId === accountId).length
  const count =
    (SHORT_LIMITS.page.providerList - (own % SHORT_LIMITS.page.providerList)) %
    SHORT_LIMITS.page.providerList
  if (count > 0) await control.call('POST', 'dintero/transactions', { accountId, count })
}

async function readLedger(
  control: SandboxControl,
  providerIds: readonly string[],
): Promise<readonly LedgerPayment[]> {
  const payments: LedgerPayment[] = []
  for (let at = 0; at < providerIds.length; at += READS_AT_ONCE) {
    const some = providerIds.slice(at, at + READS_AT_ONCE)
    const read = await Promise.all(some.map((id) => control.transaction(id)))
    payments.push(...read.map(ledgerPayment))
  }
  return payments
}

function ledgerPayment(transaction: Transaction): LedgerPayment {
  const done = transaction.events.filter((event) => event.success)
  const sum = (name: string): number =>
    done
      .filter(({ event }) => event === name)
      .reduce((total, { amount }) => total + (amount ?? 0), 0)
  const captured = sum('CAPTURE')
  const isReleased = done.some(({ event }) => event === 'VOID')
  const authorized = transaction.amount
  return {
    providerId: transaction.id,
    totals: {
      authorized,
      captured,
      refunded: sum('REFUND'),
      released: isReleased ? authorized - captured : 0,
    },
    effects: done.flatMap((event) => effectOf(event, transaction.events)),
  }
}

function effectOf(event: TransactionEvent, events: readonly TransactionEvent[]): Effect[] {
  const isChange = CHANGES.has(event.event) && event.request_headers !== undefined
  if (!isChange && !['CAPTURE', 'REFUND', 'VOID'].includes(event.event)) return []
  const opener = events.find(({ request_id: id }) => id === event.correlation_request_id)
  const operationId = operationIdOf(event) ?? (opener === undefined ? null : operationIdOf(opener))
  return [{ eventId: event.id, operationId, kind: event.event, amountMinor: event.amount ?? null }]
}

function operationIdOf(event: TransactionEvent): string | null {
  const headers = event.request_headers
  const fromHeader =
    headers?.['dintero-system-plugin-name'] === 'paydesk-operation'
      ? headers['dintero-system-plugin-version']
      : undefined
  return event.metadata?.['ext_operation_id'] ?? fromHeader ?? null
}
