import type { Participant } from '../participant'

export const BAMBORA_CHECKOUT: Participant = {
  provider: 'bambora-checkout',
  account: {
    accountId: 'T700800900',
    path: '/bambora-checkout',
    secret: { accessToken: 'paydesk-demo', secretToken: 'paydesk-demo-secret' },
  },
  method: 'bambora.visa',
  currency: 'DKK',
  callNames: { capture: 'capture', refund: 'credit', void: 'delete', read: 'read' },
  creationOptions: (amount, isCaptured) => ({ amount, captured: isCaptured ? amount : 0 }),
  faults: {
    // Responses to writes hold ids only; the read after a write shows what was done (§7).
    'another amount': { on: 'history', action: { type: 'alter', set: { amount: 1 } } },
    'another currency': { on: 'read', action: { type: 'alter', set: { currency: 'XTS' } } },
    'another payment': { on: 'read', action: { type: 'alter', set: { id: '25506297014116353' } } },
    'an expired token': { never: 'every call brings the credentials; it has no tokens (§3)' },
  },
}
