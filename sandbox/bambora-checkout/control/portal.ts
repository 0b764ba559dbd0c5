import { z } from 'zod'
import type { ProviderResponse } from '../../calls/response'
import type { Checkout } from '../checkout'
import type { Entry } from '../entry'
import { operate } from '../money/operate'
import { amountSchema } from '../money/request'

/** An operation in Bambora's own back office, with the names that all providers share. */
export const portalSchema = z.strictObject({
  operation: z.enum(['capture', 'refund', 'void']),
  /** Minor units; by default all that is left. */
  amount: amountSchema.optional(),
  /** The API user that is named for it; the portal has none. */
  apiUser: z.string().nullable().default(null),
})

const ACTIONS = { capture: 'capture', refund: 'credit', void: 'delete' } as const

/** Carries out an operation of the portal, by default without an API user. */
export function actInPortal(
  checkout: Checkout,
  entry: Entry,
  options: z.infer<typeof portalSchema>,
): ProviderResponse {
  const action = ACTIONS[options.operation]
  // The portal knows the order, and captures an invoice with its lines.
  const lines = action === 'capture' ? entry.payment.lines : []
  const request = { action, amount: options.amount ?? null, currency: null, lines }
  return operate(checkout, entry, request, { apiUser: options.apiUser }, {})
}
