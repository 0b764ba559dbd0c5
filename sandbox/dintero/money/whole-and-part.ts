import type { EventItem, MoneyOperation, Transaction } from '../transaction'
import { lineSums, sumOf, vatInside } from './lines'
import type { MoneyRequest } from './request'
import { totalsOf } from './totals'

/** A request over the whole authorized amount, by line where the lines add up to it. */
export function wholeRequest(
  transaction: Transaction,
  operation: MoneyOperation,
  reference: string,
): MoneyRequest {
  const items = transaction.items
  const adds = items !== undefined && sumOf(items) === transaction.amount
  return {
    operation,
    amount: operation === 'void' ? 0 : transaction.amount,
    ...(operation !== 'void' && adds && { items: items.map(toEventItem) }),
    ...(operation !== 'void' && { reference }),
    isFinal: false,
  }
}

/** A request over some whole lines; without lines to choose from, over half the amount. */
export function partRequest(
  transaction: Transaction,
  operation: 'capture' | 'refund',
  reference: string,
): MoneyRequest {
  const items = transaction.items
  const first = items?.find((item) => item.amount > 0)
  const adds = items !== undefined && sumOf(items) === transaction.amount
  if (!first || !adds || first.amount >= transaction.amount) {
    return { operation, amount: Math.ceil(transaction.amount / 2), reference, isFinal: false }
  }
  return {
    operation,
    amount: first.amount,
    items: [toEventItem(first)],
    reference,
    isFinal: false,
  }
}

/** A line of the order in the form of an event. */
function toEventItem(item: EventItem): EventItem {
  const { line_id, id, description, quantity, amount, vat_amount, vat } = item
  return {
    line_id,
    ...(id !== undefined && { id }),
    ...(description !== undefined && { description }),
    ...(quantity !== undefined && { quantity }),
    amount,
    ...(vat_amount !== undefined && { vat_amount }),
    ...(vat !== undefined && { vat }),
  }
}

/** Some pieces of a line: amount and VAT in proportion to the quantity. */
export function partOfLine(item: EventItem, quantity: number): EventItem {
  const amount = Math.round((item.amount * quantity) / (item.quantity ?? 1))
  return { ...toEventItem(item), quantity, amount, vat_amount: vatInside(amount, item.vat ?? 0) }
}

/** A capture of everything left, by line where the rest of each line is known. */
export function restRequest(transaction: Transaction, reference: string): MoneyRequest {
  const captured = lineSums(transaction).captured ?? new Map<string, number>()
  const items = (transaction.items ?? [])
    .map((item) => restOfLine(item, captured.get(item.line_id) ?? 0))
    .filter((item) => item.amount !== 0)
  const { capturable } = totalsOf(transaction)
  return {
    operation: 'capture',
    amount: capturable,
    ...(sumOf(items) === capturable && { items }),
    reference,
    isFinal: false,
  }
}

function restOfLine(item: EventItem, capturedMinor: number): EventItem {
  if (capturedMinor === 0) return toEventItem(item)
  const amount = item.amount - capturedMinor
  const { quantity: _ordered, ...rest } = toEventItem(item)
  return { ...rest, amount, vat_amount: vatInside(amount, item.vat ?? 0) }
}
