import type { AlterBody } from '../faults/after-effect'

type Json = Record<string, unknown>

/**
 * Puts false values into a payment of either shape. An amount goes into the newest capture or
 * refund, which the caller compares; without one it replaces the authorized amount.
 */
export const alterBody: AlterBody = (body, set) => {
  if (typeof body !== 'object' || body === null) return body
  const { amount, currency, id, status } = set
  const altered: Json = { ...(body as Json), ...(status !== undefined && { state: status }) }
  if (id !== undefined) altered['external_id' in altered ? 'external_id' : 'payment'] = id
  if (currency !== undefined && 'currency' in altered) altered['currency'] = currency
  for (const list of ['operations', 'captures']) {
    const moves = altered[list]
    if (!Array.isArray(moves)) continue
    altered[list] = (moves as Json[]).map((move, index) => ({
      ...move,
      ...(currency !== undefined && 'currency' in move && { currency }),
      ...(amount !== undefined && index === moves.length - 1 && 'amount' in move && { amount }),
    }))
    if (moves.length > 0) return altered
  }
  return amount === undefined ? altered : { ...altered, amount }
}
