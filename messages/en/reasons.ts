/** Why something is done, as people pick it. */
export const reasons = {
  returned: 'Returned',
  damaged: 'Damaged',
  not_delivered: 'Not delivered',
  price_correction: 'Price correction',
  goodwill: 'Goodwill',
  out_of_stock: 'Out of stock',
  customer_cancelled: 'Customer cancelled',
  duplicate_order: 'Duplicate order',
  suspected_fraud: 'Suspected fraud',
  waiting_for_stock: 'Waiting for stock',
  customer_asked_to_wait: 'Customer asked to wait',
  made_to_order: 'Made to order',
  other: 'Other',
} as const
