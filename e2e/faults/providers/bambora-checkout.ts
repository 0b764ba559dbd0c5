import { OTHER_MERCHANT } from '@/sandbox/bambora-checkout/accounts'
import { BAMBORA_CHECKOUT as CONTRACT } from '@/testing/contract/providers/bambora-checkout'
import { isObject, withMember, withNulls } from '../model/answer-changes'
import { ledgerFromTotals } from '../model/ledger'
import { ORDER_MINOR } from '../model/order'
import type { Participant } from '../plan/participant'
import { changedReads, changedAnswer, readBack, webhook, write } from '../plan/variant'

const REVIEW = { mayNeedReview: true }
/** Members that decide about no money, nor about who moved it. */
const NULLABLE = [
  ...['orderid', 'reference', 'information', 'createddate', 'links', 'candelete', 'eci'],
  ...['actioncode', 'actionsource', 'subaction', 'acquirername', 'iscapturemulti', 'paging'],
]

export const BAMBORA_CHECKOUT: Participant = {
  provider: 'bambora-checkout',
  path: CONTRACT.account.path,
  accounts: {
    main: {
      accountId: CONTRACT.account.accountId,
      secret: {
        ...CONTRACT.account.secret,
        md5Key: 'PaydeskDemoMd5Key',
        apiUser: 'paydesk@example.com',
      },
    },
    other: {
      accountId: OTHER_MERCHANT,
      secret: { accessToken: 'paydesk-other', secretToken: 'paydesk-other-secret' },
    },
  },
  currency: CONTRACT.currency,
  list: {
    path: /\/merchant\/transactions\?/,
    isEmpty: (body) =>
      isObject(body) && Array.isArray(body['transactions']) && body['transactions'].length === 0,
    endWithEmptyPage: (control) =>
      control.call('PUT', 'bambora-checkout/settings', { listEnd: 'empty-page' }),
  },
  capturesOnce: false,
  identifiesOurs: false,
  settings: [
    {},
    {
      letterCase: 'capitalized',
      declinedInHistory: false,
      bareSingles: true,
      failureStatus: 400,
      actionOnSuccess: 'null',
      timeFraction: 7,
      listEnd: 'empty-page',
    },
  ],
  creationOptions: () => ({ amount: ORDER_MINOR }),
  wire: {
    writes: /\/transaction\/transactions\/\d+\/(?:capture|credit|delete)$/,
    reads: /\/merchant\/transactions\/(\d+)/,
    callsOfRead: 2,
    sense: { idMember: 'id', members: ['currency', 'total'] },
    isDone: (_status, body) => /"result":\s*true/.test(body),
    changes: {
      'newest-missing': (body) => withMember(body, 'transactionoperations', withoutNewest),
      nulls: (body) => withNulls(body, NULLABLE),
      'amounts-null': (body) =>
        withMember(body, 'transactionoperations', (tree) => withNulls(tree, ['amount', 'status'])),
      contradictory: (body) =>
        withMember(body, 'transaction', (transaction) =>
          withMember(transaction, 'total', (total) =>
            isObject(total) && Number(total['captured']) > 0
              ? { ...total, captured: Number(total['authorized']) + 101 }
              : total,
          ),
        ),
    },
  },
  // The provider keeps no reference of the caller's; its sandbox keeps the reference header of each
  // call.
  ledger: (control, ids) =>
    ledgerFromTotals(control, 'bambora-checkout', ids, (ourReference) => ourReference),
  webhooks: {
    // Its only callback is about the authorization, so each one is late (§10).
    genuine: (_control, id) =>
      Promise.resolve([{ id, subject: id, content: 'authorization', options: {} }]),
    forged: { forged: true },
    oversized: null,
  },
  faults: {
    P4: { never: 'every call brings the credentials; it has no tokens (§3)' },
    // Responses to writes hold ids only; the read after a write shows what was done (§7).
    P7: [
      readBack('P7', { type: 'alter', set: { amount: 7 } }, 1, REVIEW),
      readBack('P7', { type: 'alter', set: { currency: 'ISK' } }, 2, REVIEW),
      readBack('P7', { type: 'alter', set: { id: '25506297014116353' } }, 2, REVIEW),
    ],
    P8: [
      readBack('P8', { type: 'alter', set: { status: 'ASTONISHED' } }, 2),
      write('P8', { type: 'status', status: 299, when: 'after' }),
    ],
    P15: [
      changedReads('P15', 'nulls'),
      changedAnswer('P15', 'nulls'),
      changedReads('P15', 'amounts-null', REVIEW),
    ],
    P16: [changedReads('P16', 'contradictory', { kinds: ['capture', 'refund'], ...REVIEW })],
    W3: [webhook('W3', 'forged')],
    O2: { never: 'it tells of no end of an authorization (§11)' },
  },
}

/** The tree of operations without its newest one, which is the last of the last branch. */
function withoutNewest(tree: unknown): readonly unknown[] {
  const branch: readonly unknown[] = Array.isArray(tree) ? tree : [tree]
  const last = branch.at(-1)
  if (!isObject(last)) return branch
  const { action, transactionoperations: children } = last
  const isLeaf = !isObject(children) && !(Array.isArray(children) && children.length > 0)
  if (!isLeaf) {
    return [...branch.slice(0, -1), { ...last, transactionoperations: withoutNewest(children) }]
  }
  return String(action).toLowerCase() === 'authorize' ? branch : branch.slice(0, -1)
}
