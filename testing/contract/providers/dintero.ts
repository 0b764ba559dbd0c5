import type { Participant } from '../participant'

export const DINTERO: Participant = {
  provider: 'dintero',
  account: {
    accountId: 'T11112222',
    path: '/dintero/v1',
    secret: { clientId: 'paydesk-demo', clientSecret: 'paydesk-demo-secret' },
  },
  method: 'payex.creditcard',
  currency: 'NOK',
  callNames: { capture: 'capture', refund: 'refund', void: 'void', read: 'read', token: 'token' },
  creationOptions: (amount, isCaptured) => ({
    amount,
    items: [],
    method: 'payex.creditcard',
    status: isCaptured ? 'CAPTURED' : 'AUTHORIZED',
  }),
  faults: {},
}
