import { OTHER_MERCHANT } from '@/sandbox/bambora-checkout/accounts'
import { BAMBORA_CHECKOUT as CONTRACT } from '@/testing/contract/providers/bambora-checkout'
import { ledgerFromTotals } from '../model/ledger'
import { ORDER_MINOR } from '../model/order'
import type { Participant } from '../plan/participant'
import { readBack, webhook, write } from '../plan/variant'

const REVIEW = { mayNeedReview: true }

export const BAMBORA_CHECKOUT: Participant = {
  provider: 'bambora-checkout',
  path: CONTRACT.account.path,
  accounts: {
    main: {
      accountId: CONTRACT.account.accountId,
      secret: { ...CONTRACT.account.secret, md5Key: 'PaydeskDemoMd5Key' },
    },
    other: {
      accountId: OTHER_MERCHANT,
      secret: { accessToken: 'paydesk-other', secretToken: 'paydesk-other-secret' },
    },
  },
  currency: CONTRACT.currency,
  hasList: true,
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
    isDone: (_status, body) => /"result":\s*true/.test(body),
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
    W3: [webhook('W3', 'forged')],
    O2: { never: 'it tells of no end of an authorization (§11)' },
  },
}
