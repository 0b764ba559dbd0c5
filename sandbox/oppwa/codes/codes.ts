/** Result codes that this sandbox uses. */
export const CODE = {
  live: '000.000.000',
  internalTest: '000.100.110',
  connectorTest: '000.100.112',
  reportRead: '000.000.100',
  pending: '000.200.000',
  pendingRefund: '800.400.502',
  declined: '800.100.152',
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

const TEXTS: Readonly<Record<string, string>> = {
  '000.000.000': 'Succeeded',
  '000.000.100': 'Successful request',
  '000.100.110': 'Processed in test mode',
  '000.100.112': 'Processed in connector test mode',
  '000.200.000': 'Transaction pending',
  '800.400.502': 'Waiting for confirmation of the refund',
  '800.100.152': 'Declined by the authorization system',
  '800.100.150': 'Refund refused: gambling',
  '100.100.101': 'Invalid card number',
  '100.150.200': 'There is no such registration',
  '200.300.404': 'Invalid or missing parameter',
  '100.550.303': 'Amount is not written as it should be',
  '800.120.100': 'Too many requests',
  '800.121.200': 'Queries are not enabled for this channel',
  '800.900.201': 'Unknown channel',
  '800.900.300': 'Invalid authentication information',
  '900.100.300': 'Timeout, result uncertain',
  '700.400.580': 'Cannot find the transaction',
  '700.400.700': 'The transaction belongs to another entity',
  '700.400.570': 'Cannot refer to a pending transaction',
  '700.100.500': 'The currency differs from the referenced transaction',
  '700.400.510': 'A capture needs a successful PA',
  '700.400.520': 'A refund needs a successful CP, DB, RB or RC',
  '700.400.530': 'A reversal needs a successful CP, DB, RB or PA',
  '700.400.560': 'A receipt needs a successful PA',
  '700.400.000': 'Workflow error',
  '700.400.550': 'A chargeback needs a successful CP, DB or RB',
  '700.400.100': 'Cannot capture: amount exceeded or reversed',
  '700.400.200': 'Cannot refund: amount exceeded or reversed',
  '700.400.300': 'Cannot reverse: already reversed, refunded or exceeded',
  '700.300.300': 'The referenced transaction is already refunded',
  '700.300.400': 'Capture too late',
  '700.300.700': 'A reversal is no longer possible',
  '700.300.800': 'The referenced transaction cannot be voided in part',
  '600.200.500': 'Invalid payment data',
}

/** The text that goes with a code. */
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
