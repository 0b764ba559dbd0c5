import { DEMO_ENTITY, DEMO_TOKEN } from '@/sandbox/oppwa/channels'
import { wireAmount } from '@/sandbox/oppwa/payment'
import { AMOUNT_MINOR } from '../contract-payment'
import type { Participant } from '../participant'

const METHOD = 'oppwa.visa'
const CURRENCY = 'EUR'

/** A successful response about another payment, which no fault action can make. */
const OTHER_PAYMENT = {
  id: '8ac7a4a19001aaaa019001bbbbcc0002',
  referencedId: '8ac7a4a19001aaaa019001bbbbcc0001',
  paymentType: 'CP',
  amount: wireAmount(AMOUNT_MINOR),
  currency: CURRENCY,
  result: { code: '000.100.110', description: 'Processed in test mode' },
}

export const OPPWA: Participant = {
  provider: 'oppwa',
  account: {
    accountId: DEMO_ENTITY,
    path: '/oppwa',
    secret: { accessToken: DEMO_TOKEN, environment: 'test', queriesPerMinute: 1_000 },
  },
  settings: { queriesPerMinute: null },
  method: METHOD,
  currency: CURRENCY,
  callNames: { capture: 'capture', refund: 'refund', void: 'void', read: 'read' },
  unknownStatus: { wire: '000.500.000', shown: 'PA 000.500.000' },
  absentPayment: 'not_sent',
  creationOptions: (amount, isCaptured) => ({
    amount,
    currency: CURRENCY,
    method: METHOD,
    status: isCaptured ? 'CAPTURED' : 'AUTHORIZED',
  }),
  faults: {
    'another payment': { type: 'status', status: 200, body: OTHER_PAYMENT, when: 'after' },
    'an expired token': { never: 'its access token is fixed and has no documented expiry (§3)' },
  },
}
