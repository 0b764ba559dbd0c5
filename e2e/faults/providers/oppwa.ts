import { SECOND_ENTITY } from '@/sandbox/oppwa/channels'
import type { Payment } from '@/sandbox/oppwa/payment'
import { faultOf } from '@/testing/contract/participant'
import { OPPWA as CONTRACT } from '@/testing/contract/providers/oppwa'
import type { SandboxControl } from '@/testing/sandbox-control'
import { TOO_MANY_BYTES } from '../model/false-webhooks'
import { isObject, withList, withNulls, withoutLast } from '../model/answer-changes'
import { ledgerFromTotals, operationIdInReference } from '../model/ledger'
import { ORDER_MINOR } from '../model/order'
import type { GenuineCall, Participant } from '../plan/participant'
import { changedReads, withReads, write } from '../plan/variant'

const DAY_MS = 86_400_000
/** The sandbox captures nothing that is older than 30 days. */
const EXPIRED_DAYS = 31
const WEBHOOK_KEY = '5e'.repeat(32)
/** Members that decide about no money by themselves, our reference among them. */
const NULLABLE = [
  ...['merchantTransactionId', 'merchantInvoiceId', 'descriptor', 'customer', 'billing', 'card'],
  ...['customParameters', 'resultDetails', 'risk', 'shortId', 'description', 'ndc'],
]
const SECRET = {
  ...CONTRACT.account.secret,
  queriesPerMinute: 2,
  dateSearch: true,
  webhookKey: WEBHOOK_KEY,
}

export const OPPWA: Participant = {
  provider: 'oppwa',
  path: CONTRACT.account.path,
  accounts: {
    main: { accountId: CONTRACT.account.accountId, secret: SECRET },
    other: { accountId: SECOND_ENTITY, secret: SECRET },
  },
  currency: CONTRACT.currency,
  list: {
    path: /\/v3\/query\?/,
    isEmpty: (body) =>
      isObject(body) &&
      ['payments', 'records'].some((name) => Array.isArray(body[name]) && body[name].length === 0),
    endWithEmptyPage: (control) => control.call('PUT', 'oppwa/settings', { emptyPage: 'empty' }),
  },
  capturesOnce: false,
  identifiesOurs: true,
  // Without the limit of queries, so that steps can follow each other immediately.
  settings: [
    { queriesPerMinute: null },
    {
      queriesPerMinute: null,
      referencedIdInResponses: false,
      reportOrder: 'newest-first',
      workflowFailureStatus: 200,
      declineStatus: 200,
      listField: 'records',
    },
  ],
  creationOptions: (isExpired) => ({
    amount: ORDER_MINOR,
    ...(isExpired && { createdAt: new Date(Date.now() - EXPIRED_DAYS * DAY_MS).toISOString() }),
  }),
  wire: {
    writes: /\/v1\/payments\/[^/?]+$/,
    reads: /\/v3\/query\/([^/?]+)/,
    callsOfRead: 1,
    sense: { idMember: 'id', members: ['currency', 'amount', 'result'] },
    isDone: (_status, body) => /"code":"000\.1/.test(body),
    changes: {
      'newest-missing': (body) =>
        inReport(body, (entries) => withoutLast(oldestFirst(entries), isFollowUp)),
      nulls: (body) => withNulls(body, NULLABLE),
      'amounts-null': (body) => withNulls(body, ['amount']),
      contradictory: (body) =>
        inReport(body, (entries) =>
          entries.map((entry) =>
            entries.length > 1 && isObject(entry) && !isFollowUp(entry)
              ? { ...entry, amount: '0.01' }
              : entry,
          ),
        ),
    },
  },
  ledger: (control, ids) => ledgerFromTotals(control, 'oppwa', ids, operationIdInReference),
  webhooks: {
    genuine: genuineCalls,
    forged: { secret: WEBHOOK_KEY, forged: true },
    oversized: { secret: WEBHOOK_KEY, padBytes: TOO_MANY_BYTES },
  },
  faults: {
    P4: { never: 'its access token is fixed and has no documented expiry (§3)' },
    P7: [
      write('P7', { type: 'alter', set: { amount: 7 } }),
      write('P7', { type: 'alter', set: { currency: 'ISK' } }),
      write('P7', anotherPaymentFault()),
      withReads(
        'P7',
        { type: 'alter', set: { amount: 7 } },
        { type: 'alter', set: { amount: 7 } },
        1_000,
        { kinds: ['capture', 'refund'], mayNeedReview: true },
      ),
    ],
    P8: [
      write('P8', { type: 'alter', set: { status: '000.500.000' } }),
      write('P8', { type: 'status', status: 299, when: 'after' }),
    ],
    // Responses to writes are about the operation alone (§5).
    P14: [
      changedReads('P14', 'newest-missing'),
      changedReads(
        'P14',
        'newest-missing',
        { kinds: ['capture', 'refund', 'void'] },
        { type: 'accepted', closeAfterMs: 600 },
      ),
    ],
    P16: [changedReads('P16', 'contradictory', { kinds: ['capture', 'refund'] })],
  },
}

/**
 * Each operation has a call of its own that names the payment it refers to. The newest operation
 * comes before the payment.
 */
async function genuineCalls(control: SandboxControl, id: string): Promise<readonly GenuineCall[]> {
  const path = `oppwa/transactions/${id}`
  const { entries } = await control.call<{ entries: readonly Payment[] }>('GET', path)
  const root = entries.find((entry) => entry.id === id)
  const newest = entries.findLast((entry) => entry !== root)
  return [newest, root].flatMap((entry) =>
    entry === undefined
      ? []
      : [
          {
            id: entry.id,
            subject: entry.referencedId ?? entry.id,
            content: `${entry.id} ${entry.code}`,
            options: { secret: WEBHOOK_KEY },
          },
        ],
  )
}

/** A response about another payment. */
function anotherPaymentFault() {
  const fault = faultOf(CONTRACT, 'another payment')
  if ('never' in fault || 'on' in fault) throw new Error('the contract has no such answer')
  return fault
}

function inReport(
  body: unknown,
  change: (entries: readonly unknown[]) => readonly unknown[],
): unknown {
  return withList(withList(body, 'payments', change), 'records', change)
}

function oldestFirst(entries: readonly unknown[]): readonly unknown[] {
  const timeOf = (entry: unknown): string => (isObject(entry) ? String(entry['timestamp']) : '')
  return entries.toSorted((left, right) => timeOf(left).localeCompare(timeOf(right)))
}

function isFollowUp({ referencedId }: Readonly<Record<string, unknown>>): boolean {
  return typeof referencedId === 'string'
}
