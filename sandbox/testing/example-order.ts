/** The order of the fact sheet's examples (§16): three lines and shipping, NOK 2594.00. */
export const SWEATER = {
  line_id: '1',
  id: 'SKU-SWEATER-M',
  description: 'Wool sweater, M',
  quantity: 2,
  amount: 159800,
  vat_amount: 31960,
  vat: 25,
  type: 'physical',
}
export const CUPS = {
  line_id: '2',
  id: 'SKU-CUP',
  description: 'Coffee cup',
  quantity: 4,
  amount: 59800,
  vat_amount: 11960,
  vat: 25,
  type: 'physical',
}
export const BOOK = {
  line_id: '3',
  id: 'SKU-BOOK',
  description: 'Cookbook',
  quantity: 1,
  amount: 29900,
  vat_amount: 0,
  vat: 0,
  type: 'physical',
}
export const SHIPPING = {
  line_id: 'ship-home',
  id: 'bring-home',
  description: 'Home delivery',
  quantity: 1,
  amount: 9900,
  vat_amount: 1980,
  vat: 25,
  type: 'shipping',
}
export const ORDER = { items: [SWEATER, CUPS, BOOK, SHIPPING], reference: 'ORDER-10042' }
export const TOTAL = 259400

export const ONE_SWEATER = { ...SWEATER, quantity: 1, amount: 79900, vat_amount: 15980 }

/** First shipment: one sweater, the book and shipping (§16.2). */
export const FIRST_CAPTURE = {
  amount: 119700,
  capture_reference: 'SHIP-1',
  items: [ONE_SWEATER, BOOK, SHIPPING],
}
/** Second shipment: the rest (§16.3). */
export const SECOND_CAPTURE = {
  amount: 139700,
  capture_reference: 'SHIP-2',
  items: [ONE_SWEATER, CUPS],
}
/** The book is returned (§16.3). */
export const BOOK_REFUND = {
  amount: 29900,
  reason: 'Returned book',
  refund_reference: 'RET-5',
  items: [BOOK],
}
