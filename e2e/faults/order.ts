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

/** One of the three cups, as a person picks it. */
export const ONE_CUP = { lineId: 'b', quantityMicros: 1_000_000, amountMinor: null }
export const ONE_CUP_MINOR = 3_333

/** What an order comes to where the provider keeps no lines. */
export const ORDER_MINOR = 179_699
