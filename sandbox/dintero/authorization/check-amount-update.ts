import type { ProviderResponse } from '../../calls/response'
import { badRequest, invalidItems, updateConflict } from '../errors'
import { lineSums, sumOf } from '../money/lines'
import { totalsOf } from '../money/totals'
import type { Settings } from '../settings'
import type { EventItem, Transaction } from '../transaction'

const KLARNA_HIGHEST_MINOR = 200_000_000

/**
 * Checks a new authorized total of a Klarna or Billie transaction (fact sheet §10, rules 1 to 5).
 * Null when it may go to Klarna.
 */
export function checkAmountUpdate(
  transaction: Transaction,
  amount: number,
  items: readonly EventItem[] | undefined,
  settings: Settings,
): ProviderResponse | null {
  if (!isOpen(transaction)) return updateConflict
  const totals = totalsOf(transaction)
  if (totals.captured > 0 && settings.updateAfterPartCapture === 'refuse') return updateConflict
  if (amount === 0 || amount > KLARNA_HIGHEST_MINOR) {
    return badRequest('amount is out of range', 'amount')
  }
  if (amount < transaction.amount && settings.lowerAuthorization === 'refuse') {
    return badRequest('amount must not be lowered', 'amount')
  }
  if (amount < totals.captured) {
    return badRequest('amount is below the captured amount', 'amount')
  }
  if (transaction.items && !items) return badRequest('items is required', 'items')
  return items ? checkNewItems(transaction, amount, items, settings) : null
}

/** True while a part of the authorization is open (§10 rule 1). */
export function isOpen(transaction: Transaction): boolean {
  const states = ['AUTHORIZED', 'PARTIALLY_CAPTURED', 'PARTIALLY_CAPTURED_REFUNDED']
  return states.includes(transaction.status) && totalsOf(transaction).capturable > 0
}

/** The lines must add up, be unique, and keep their captured amounts. */
function checkNewItems(
  transaction: Transaction,
  amount: number,
  items: readonly EventItem[],
  settings: Settings,
): ProviderResponse | null {
  const lines = new Map(items.map((item) => [item.line_id, item.amount]))
  const adds = sumOf(items) === amount && lines.size === items.length
  if (!adds && settings.itemsMismatch === 'refuse') return invalidItems
  const captured = [...(lineSums(transaction).captured ?? [])]
  const cut = captured.some(([lineId, sum]) => sum > 0 && (lines.get(lineId) ?? 0) < sum)
  return cut && settings.lineRemainder === 'refuse' ? invalidItems : null
}
