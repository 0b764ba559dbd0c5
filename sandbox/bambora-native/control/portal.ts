import { z } from 'zod'
import type { ProviderResponse } from '../../calls/response'
import type { Entry } from '../state'
import { refusalInState } from '../money/check-state'
import { perform } from '../money/perform'
import { totalsOf } from '../money/totals'
import type { Native } from '../native'
import { MONEY_OPERATIONS } from '../payment'

/** An operation in the web portal. */
export const portalSchema = z.strictObject({
  operation: z.enum(MONEY_OPERATIONS),
  /** Minor units; by default all that is left. */
  amount: z.int().min(1).optional(),
})

/**
 * Carries out an operation of the portal; returns the refusal when the state forbids it. The API
 * does not show it (fact sheet §1), unless the setting `showsPortal` is on.
 */
export function actInPortal(
  native: Native,
  entry: Entry,
  { operation, amount: wanted }: z.infer<typeof portalSchema>,
): ProviderResponse | null {
  const { payment } = entry
  const { settings } = native.state
  const totals = totalsOf(payment)
  const rest = { capture: totals.capturable, refund: totals.refundable, cancel: null }[operation]
  const request = {
    operation,
    amount: wanted ?? rest,
    currency: payment.currency,
    comment: null,
  }
  const refusal = refusalInState(payment, request, settings)
  if (refusal) return refusal
  native.update(entry, perform(payment, request, native.now(), settings, { inPortal: true }))
  return null
}
