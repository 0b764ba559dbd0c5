import type { ProviderResponse } from '../../calls/response'
import { badRequest, invalidItems } from '../errors'
import type { Settings } from '../settings'
import type { EventItem, Transaction } from '../transaction'
import { lineSums, sumOf, type LineSums } from './lines'
import type { MoneyRequest } from './request'

/**
 * Checks the lines of a capture or refund against the transaction (fact sheet §8.1 rule 3, §11).
 * Null when they fit, otherwise the refusal.
 */
export function checkItems(
  transaction: Transaction,
  request: MoneyRequest,
  settings: Settings,
): ProviderResponse | null {
  const { items } = request
  const product = transaction.payment_product
  const isCapture = request.operation === 'capture'
  if (!items) {
    if (product === 'instabank') return badRequest('items is required', 'items')
    const strictKlarna = product === 'klarna' && settings.klarnaWithoutItems === 'refuse'
    return isCapture && strictKlarna ? invalidItems : null
  }
  if (product === 'instabank' && items.some((item) => item.quantity === undefined)) {
    return badRequest('items.quantity is required', 'items.quantity')
  }
  const names = new Set(items.map((item) => item.line_id))
  const adds = sumOf(items) === request.amount && names.size === items.length
  if (!adds && settings.itemsMismatch === 'refuse') return invalidItems
  if (!transaction.items) return null

  const lines = new Map(transaction.items.map((line) => [line.line_id, line]))
  const sums = lineSums(transaction)
  for (const item of items) {
    const line = lines.get(item.line_id)
    if (!line) {
      if (settings.unknownLine === 'refuse') return invalidItems
      continue
    }
    if (item.amount < 0 && line.type !== 'gift_card') return invalidItems
    const partOfLine = isCapture && product === 'collector' && item.amount !== line.amount
    if (partOfLine && settings.walleyPartOfLine === 'refuse') return invalidItems
    const tooMuch = !isInside(item.amount, remainderOf(line, sums, isCapture))
    if (tooMuch && settings.lineRemainder === 'refuse') return invalidItems
  }
  return null
}

/**
 * Amount left of a line for another capture or refund; where unknown, the most that can be left.
 */
function remainderOf(line: EventItem, sums: LineSums, isCapture: boolean): number {
  const captured = sums.captured?.get(line.line_id)
  if (isCapture) return line.amount - (captured ?? 0)
  const limit = sums.captured ? (captured ?? 0) : line.amount
  return limit - (sums.refunded?.get(line.line_id) ?? 0)
}

function isInside(amount: number, remainder: number): boolean {
  return remainder < 0 ? amount <= 0 && amount >= remainder : amount <= remainder
}
