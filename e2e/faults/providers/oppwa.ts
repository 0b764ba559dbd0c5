import { SECOND_ENTITY } from '@/sandbox/oppwa/channels'
import type { Payment } from '@/sandbox/oppwa/payment'
import { faultOf } from '@/testing/contract/participant'
import { OPPWA as CONTRACT } from '@/testing/contract/providers/oppwa'
import type { SandboxControl } from '@/testing/sandbox-control'
import { TOO_MANY_BYTES } from '../model/false-webhooks'
import { ledgerFromTotals, operationIdInReference } from '../model/ledger'
import { ORDER_MINOR } from '../model/order'
import type { GenuineCall, Participant } from '../plan/participant'
import { withReads, write } from '../plan/variant'

const DAY_MS = 86_400_000
/** The sandbox captures nothing that is older than 30 days. */
const EXPIRED_DAYS = 31
const WEBHOOK_KEY = '5e'.repeat(32)
const SECRET = { ...CONTRACT.account.secret, dateSearch: true, webhookKey: WEBHOOK_KEY }

export const OPPWA: Participant = {
  provider: 'oppwa',
  path: CONTRACT.account.path,
  accounts: {
    main: { accountId: CONTRACT.account.accountId, secret: SECRET },
    other: { accountId: SECOND_ENTITY, secret: SECRET },
  },
  currency: CONTRACT.currency,
  hasList: true,
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
    isDone: (_status, body) => /"code":"000\.1/.test(body),
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
