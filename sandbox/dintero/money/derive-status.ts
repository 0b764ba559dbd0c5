import type { Status } from '../transaction'
import type { Settings } from '../settings'
import type { Totals } from './totals'

/** The settings for the undocumented rows of the status table. */
export type StatusRules = Pick<Settings, 'voidAfterPartCapture' | 'refundOfPartCapture'>

/** Status of an authorized transaction from its sums (fact sheet §6.2). */
export function deriveStatus(totals: Totals, rules: StatusRules): Status {
  if (totals.captures === 0) return totals.released ? 'AUTHORIZATION_VOIDED' : 'AUTHORIZED'
  const whole =
    totals.captured >= totals.authorized ||
    (totals.released && rules.voidAfterPartCapture === 'captured')
  if (totals.refunds === 0) return whole ? 'CAPTURED' : 'PARTIALLY_CAPTURED'
  const allBack = totals.refunded >= totals.captured
  if (whole) return allBack ? 'REFUNDED' : 'PARTIALLY_REFUNDED'
  return allBack ? rules.refundOfPartCapture : 'PARTIALLY_CAPTURED_REFUNDED'
}
