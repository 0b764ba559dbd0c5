import type { Participant } from '../participant'

export const BAMBORA_NATIVE: Participant = {
  provider: 'bambora-native',
  account: {
    accountId: 'T555000111',
    path: '/bambora-native/v1',
    secret: { clientId: 'native-demo', clientSecret: 'native-demo-secret' },
  },
  method: 'card.visa',
  currency: 'NOK',
  callNames: { capture: 'capture', refund: 'refund', void: 'cancel', read: 'read', token: 'token' },
  creationOptions: (amount, isCaptured) => ({
    amount,
    card: 'VISA',
    status: isCaptured ? 'Captured' : 'Authorized',
  }),
  faults: {
    'accepted for later': {
      never: 'it answers only when it is done; no asynchronous result is documented (§7.4, §8)',
    },
  },
}
