import { BAMBORA_NATIVE as CONTRACT } from '@/testing/contract/providers/bambora-native'
import { isObject, withList, withNulls, withoutLast } from '../model/answer-changes'
import { ledgerFromTotals, operationIdInReference } from '../model/ledger'
import { ORDER_MINOR } from '../model/order'
import type { Participant } from '../plan/participant'
import { changedAnswer, changedReads } from '../plan/variant'

const NO_WEBHOOKS = { never: 'it makes no calls to us (§10)' }
const REVIEW = { mayNeedReview: true }
/** Members that decide about no money by themselves, our reference among them. */
const NULLABLE = [
  ...['timestamp', 'code', 'comment', 'references', 'card', 'internal_id', '_version'],
  ...['psp', 'psp_id', 'psp_reference'],
]
const isLater = ({ type }: Readonly<Record<string, unknown>>): boolean =>
  !String(type).startsWith('Authorize')
const NO_PORTAL = { never: 'what is done in the portal never reaches its API (§1)' }
const NOTHING_LATER = { never: 'it answers only when it is done (§7.4, §8)' }

export const BAMBORA_NATIVE: Participant = {
  provider: 'bambora-native',
  path: CONTRACT.account.path,
  accounts: {
    main: CONTRACT.account,
    other: {
      accountId: 'T555000222',
      secret: { clientId: 'native-other', clientSecret: 'native-other-secret' },
    },
  },
  currency: CONTRACT.currency,
  list: null,
  capturesOnce: true,
  identifiesOurs: false,
  settings: [
    {},
    { echoesComment: false, listsFailures: false, timestamps: 'without-zone', tooMuch: 422 },
  ],
  creationOptions: () => ({ amount: ORDER_MINOR }),
  expire: (control, id) =>
    control.call('POST', `bambora-native/transactions/${encodeURIComponent(id)}/expire`),
  wire: {
    writes: /\/payments\/[^/]+\/(?:capture|cancel|refund)\/$/,
    reads: /\/payments\/([^/]+)\/$/,
    callsOfRead: 1,
    sense: { idMember: 'external_id', members: ['operations'] },
    isDone: (status) => status === 201,
    changes: {
      'newest-missing': (body) => withList(body, 'operations', (all) => withoutLast(all, isLater)),
      nulls: (body) => withNulls(body, NULLABLE),
      'amounts-null': (body) =>
        withList(body, 'operations', (all) =>
          all.map((one) =>
            isObject(one) && isLater(one) ? withNulls(one, ['amount', 'success']) : one,
          ),
        ),
      contradictory: (body) =>
        withList(body, 'operations', (all) =>
          all.map((one) =>
            all.length > 1 && isObject(one) && !isLater(one) ? { ...one, amount: 1 } : one,
          ),
        ),
    },
  },
  ledger: (control, ids) =>
    ledgerFromTotals(control, 'bambora-native', ids, operationIdInReference),
  webhooks: null,
  faults: {
    P9: NOTHING_LATER,
    P10: NOTHING_LATER,
    P14: [changedReads('P14', 'newest-missing'), changedAnswer('P14', 'newest-missing')],
    P15: [
      changedReads('P15', 'nulls'),
      changedAnswer('P15', 'nulls'),
      changedReads('P15', 'amounts-null', REVIEW),
      changedAnswer('P15', 'amounts-null', REVIEW),
    ],
    P16: [
      changedReads('P16', 'contradictory', { kinds: ['capture', 'refund'], ...REVIEW }),
      changedAnswer('P16', 'contradictory', { kinds: ['capture', 'refund'], ...REVIEW }),
    ],
    L1: { never: 'it has no list: payments are read by their references (§5)' },
    W1: NO_WEBHOOKS,
    W2: NO_WEBHOOKS,
    W3: NO_WEBHOOKS,
    K12: NO_WEBHOOKS,
    O1: NO_PORTAL,
    O3: NO_PORTAL,
  },
}
