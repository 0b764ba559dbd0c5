import { BAMBORA_NATIVE as CONTRACT } from '@/testing/contract/providers/bambora-native'
import { ledgerFromTotals, operationIdInReference } from '../model/ledger'
import { ORDER_MINOR } from '../model/order'
import type { Participant } from '../plan/participant'

const NO_WEBHOOKS = { never: 'it makes no calls to us (§10)' }
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
  hasList: false,
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
    isDone: (status) => status === 201,
  },
  ledger: (control, ids) =>
    ledgerFromTotals(control, 'bambora-native', ids, operationIdInReference),
  webhooks: null,
  faults: {
    P9: NOTHING_LATER,
    P10: NOTHING_LATER,
    W1: NO_WEBHOOKS,
    W2: NO_WEBHOOKS,
    W3: NO_WEBHOOKS,
    K12: NO_WEBHOOKS,
    O1: { never: 'what is done in the portal never reaches its API (§1)' },
  },
}
