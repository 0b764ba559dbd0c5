import type { AmountChoice, ItemChange, LineChoice } from '@/lib/domain/operation/inputs'

const PIECE = 1_000_000

/** Two sweaters, three cups at 33,33 and delivery: 1 796,99. */
export const ORDER = [
  {
    line_id: 'a',
    description: 'Sweater',
    quantity: 2,
    amount: 159_800,
    vat: 25,
    vat_amount: 31_960,
  },
  { line_id: 'b', description: 'Cup', quantity: 3, amount: 9_999, vat: 25, vat_amount: 2_000 },
  {
    line_id: 'ship',
    description: 'Delivery',
    quantity: 1,
    amount: 9_900,
    vat: 25,
    type: 'shipping',
  },
]

/** Choices by line, with their amounts. */
export const LINE_PICKS: readonly (AmountChoice & { readonly mode: 'lines' })[] = [
  { mode: 'lines', amountMinor: 3_333, lines: [pick('b', 1)] },
  { mode: 'lines', amountMinor: 6_666, lines: [pick('b', 2)] },
  { mode: 'lines', amountMinor: 89_800, lines: [pick('a', 1), pick('ship', 1)] },
]

/** Changes of its lines, with the new total; the last one removes a line. */
export const LINE_CHANGES: readonly { changes: readonly ItemChange[]; amountMinor: number }[] = [
  { changes: [{ lineId: 'b', quantityMicros: 2 * PIECE }], amountMinor: 176_366 },
  { changes: [{ lineId: 'a', quantityMicros: 3 * PIECE }], amountMinor: 259_599 },
  { changes: [{ lineId: 'ship', quantityMicros: 0 }], amountMinor: 169_799 },
]

/** The total of the order, for providers that keep no lines. */
export const ORDER_MINOR = 179_699

function pick(lineId: string, pieces: number): LineChoice {
  return { lineId, quantityMicros: pieces * PIECE, amountMinor: null }
}
