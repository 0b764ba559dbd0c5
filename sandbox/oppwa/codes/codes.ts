import type { Channel } from '../channels'
import { TEXTS } from './texts'

/** Result codes that this sandbox uses. */
export const CODE = {
  live: '000.000.000',
  internalTest: '000.100.110',
  connectorTest: '000.100.112',
  reportRead: '000.000.100',
  pending: '000.200.000',
  pendingRefund: '800.400.502',
  declined: '800.100.152',
  uncertain: '900.100.300',
  invalidCard: '100.100.101',
  badParameter: '200.300.404',
  badAmount: '100.550.303',
  throttled: '800.120.100',
  reportsOff: '800.121.200',
  unknownChannel: '800.900.201',
  badToken: '800.900.300',
  notFound: '700.400.580',
  otherEntity: '700.400.700',
  stillPending: '700.400.570',
  otherCurrency: '700.100.500',
  noCapture: '700.400.510',
  noRefund: '700.400.520',
  noReversal: '700.400.530',
  noReceipt: '700.400.560',
  noRebill: '700.400.000',
  noChargeback: '700.400.550',
  captureExceeds: '700.400.100',
  refundExceeds: '700.400.200',
  reversalExceeds: '700.400.300',
  refundedBefore: '700.300.300',
  captureTooLate: '700.300.400',
  reversalTooLate: '700.300.700',
  noPartialReversal: '700.300.800',
  noCreditChannel: '600.200.500',
  noRegistration: '100.150.200',
} as const

/** The code of a success on this channel (fact sheet §15). */
export function successCode(channel: Channel, testMode?: string): string {
  if (channel.live) return CODE.live
  return testMode === 'EXTERNAL' ? CODE.connectorTest : CODE.internalTest
}

/** The text that goes with a code; one that is not on the public list has only its number. */
export function describeCode(code: string): string {
  return TEXTS[code] ?? `Result ${code}`
}

const SUCCESS =
  /^(000\.000\.|000\.100\.1|000\.[36]|000\.400\.[1][12]0|000\.400\.0[^3]|000\.400\.100)/
const PENDING = /^(000\.200|800\.400\.5|100\.400\.500)/

/** True when money moved with this result, as far as the platform itself is concerned. */
export function isSuccess(code: string): boolean {
  return SUCCESS.test(code)
}

/** True while the result is open. */
export function isPending(code: string): boolean {
  return PENDING.test(code)
}
