import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { ProviderResponse } from '../../calls/response'
import type { Dintero } from '../dintero'
import type { Entry } from '../entry'
import { checkAmountUpdate } from '../authorization/check-amount-update'
import { recordAuthorization } from '../authorization/record-update'
import { recordSuccess } from '../money/carry-out'
import { checkRequest } from '../money/check-request'
import { sumOf } from '../money/lines'
import { amountSchema, itemSchema, type MoneyRequest } from '../money/request'
import { totalsOf } from '../money/totals'
import type { EventItem } from '../transaction'

/** An operation in Dintero's own back office. */
export const portalSchema = z.strictObject({
  operation: z.enum(['capture', 'refund', 'void', 'update']),
  /** Minor units; by default all that is left. */
  amount: amountSchema.optional(),
  /** The lines of it; of an update the whole new order. */
  items: z.array(itemSchema).optional(),
})

/** Id of the portal's user, which is not an API client. */
const PORTAL_USER = '5b0c6e52-9d0e-4c3f-8a37-2f1f6f0d7a10'

/** Carries out an operation of the portal; returns the refusal when the state forbids it. */
export function actInPortal(
  dintero: Dintero,
  entry: Entry,
  options: z.infer<typeof portalSchema>,
): ProviderResponse | null {
  const { operation, items } = options
  if (operation === 'update') return changeOrder(dintero, entry, items ?? [])
  const totals = totalsOf(entry.transaction)
  const rest = { capture: totals.capturable, refund: totals.refundable, void: 0 }[operation]
  const request: MoneyRequest = {
    operation,
    amount: options.amount ?? rest,
    ...(items && { items }),
    isFinal: false,
  }
  const refusal = checkRequest(entry.transaction, request, dintero.state.settings)
  if (refusal) return refusal
  recordSuccess(dintero, entry, request, { requestId: randomUUID(), createdBy: PORTAL_USER })
  return null
}

/** Changes the order and what is held of it. */
function changeOrder(
  dintero: Dintero,
  entry: Entry,
  items: readonly EventItem[],
): ProviderResponse | null {
  const amount = sumOf(items)
  const refusal = checkAmountUpdate(entry.transaction, amount, items, dintero.state.settings)
  if (refusal) return refusal
  const change = { amount, items, metadata: {} }
  const origin = { requestId: randomUUID(), createdBy: PORTAL_USER }
  recordAuthorization(dintero, entry, change, origin, undefined)
  return null
}
