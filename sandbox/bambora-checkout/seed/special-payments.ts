import type { Prng } from '../../prng'
import { DEMO_MERCHANT } from '../accounts'
import { openPayment, type Opening } from '../history'
import type { Payment } from '../payment'
import { makeLines } from './make-lines'

const HOUR_MS = 3_600_000
const AMOUNT_MINOR = 124_900

/** Orders with one outcome each (see money/behaviour.ts). */
const SPECIAL: readonly (readonly [orderId: string, overrides: Partial<Opening>])[] = [
  ['BC-DEMO-REFUSED', { behaviour: 'refuse-capture' }],
  ['BC-DEMO-DECLINED', { behaviour: 'decline-capture' }],
  ['BC-DEMO-PENDING', { behaviour: 'capture-pending' }],
  ['BC-DEMO-PENDING-DECLINED', { behaviour: 'capture-pending-refused' }],
  ['BC-DEMO-TIMEOUT', { behaviour: 'capture-timeout' }],
  ['BC-DEMO-ONE-CAPTURE', { capturesSeveral: false }],
  ['BC-DEMO-ISK', { currency: 'ISK', amount: 14_990 }],
]

/** All orders with a name of their own. */
export function specialPayments(prng: Prng, anchorMs: number): Payment[] {
  const usual = SPECIAL.map(([orderId, overrides], index) =>
    openPayment(prng, {
      merchantNumber: DEMO_MERCHANT,
      orderId,
      currency: 'DKK',
      amount: AMOUNT_MINOR,
      method: 'dankort',
      account: '501945XXXXXX0005',
      status: 'approved',
      createdAtMs: anchorMs - (30 + index) * HOUR_MS,
      capturesSeveral: true,
      lines: [],
      behaviour: null,
      callbackUrls: [],
      ...overrides,
    }),
  )
  const lines = makeLines(prng, 'DKK')
  const walley = openPayment(prng, {
    merchantNumber: DEMO_MERCHANT,
    orderId: 'BC-DEMO-WALLEY',
    currency: 'DKK',
    lines,
    amount: lines.reduce((total, line) => total + line.totalpriceinclvat, 0),
    method: 'walley',
    account: '',
    status: 'approved',
    capturesSeveral: true,
    createdAtMs: anchorMs - 40 * HOUR_MS,
    behaviour: null,
    callbackUrls: [],
  })
  return [...usual, walley]
}
