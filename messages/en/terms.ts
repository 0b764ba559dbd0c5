export const statuses = {
  initiated: 'Started',
  on_hold: 'On hold',
  authorized: 'Authorized',
  partially_captured: 'Partly captured',
  captured: 'Captured',
  partially_captured_refunded: 'Partly captured, refunded',
  partially_refunded: 'Partly refunded',
  refunded: 'Refunded',
  voided: 'Voided',
  declined: 'Declined',
  failed: 'Failed',
  unknown: 'Unknown',
} as const

export const states = {
  intended: 'Starting',
  sending: 'Sending',
  pending: 'Pending',
  unknown: 'Checking',
  needs_review: 'Needs review',
  succeeded: 'Done',
  refused: 'Refused',
  not_sent: 'Not done',
  abandoned: 'Not started',
} as const

export const operationKinds = {
  capture: 'Capture',
  refund: 'Refund',
  void: 'Void',
  update_authorization: 'Change of the order',
  extend_authorization: 'Extension of time',
  charge_again: 'Another charge',
  pay_out: 'Payout',
  confirm_receipt: 'Confirmation of a transfer',
} as const

/** What can be done with a payment: the buttons and the menu. */
export const actions = {
  names: {
    capture: 'Capture',
    refund: 'Refund',
    void: 'Void',
    update_authorization: 'Add item',
    extend_authorization: 'Extend time',
    charge_again: 'Charge again',
    pay_out: 'Pay out',
    confirm_receipt: 'Confirm transfer',
  },
  underWay: {
    capture: 'Capture in progress',
    refund: 'Refund in progress',
    void: 'Void in progress',
    update_authorization: 'Change in progress',
    extend_authorization: 'Extension in progress',
    charge_again: 'Charge in progress',
    pay_out: 'Payout in progress',
    confirm_receipt: 'Confirmation in progress',
  },
  notes: {
    capture: 'Takes money that is held.',
    refund: 'Gives captured money back.',
    void: 'Releases what is still held.',
    update_authorization: 'Changes the order and what {method} holds.',
    extend_authorization: 'Asks {method} to hold the money longer.',
    charge_again: 'Takes new money from the customer on top of this payment.',
    pay_out: 'Pays money to the stored card; it is no refund.',
    confirm_receipt: 'Books money that has arrived by bank transfer.',
  },
  instead: {
    refund: '{denialReason} Refund it instead.',
    void: '{denialReason} Void it instead.',
  },
  more: 'More',
} as const

export const events = {
  kinds: {
    initiate: 'Payment started',
    authorize: 'Authorized',
    order_change: 'Change of the order',
    capture: 'Capture',
    refund: 'Refund',
    void: 'Void',
    settle: 'Paid out',
    chargeback: 'Chargeback',
    chargeback_reversal: 'Chargeback reversed',
    other: 'Other event',
  },
  states: { succeeded: 'Done', failed: 'Failed', pending: 'Pending', unknown: 'Result unknown' },
} as const

export const methods = {
  amex: 'American Express',
  applepay: 'Apple Pay',
  clicktopay: 'Click to Pay',
  creditcard: 'Card',
  external: 'External',
  finance: 'Financing',
  googlepay: 'Google Pay',
  in_person: 'Card terminal',
  installment: 'Instalments',
  invoice: 'Invoice',
  invoice_b2b: 'Business invoice',
  invoice_b2b_grouped: 'Business invoice, grouped',
  invoice_b2b_preapproved: 'Business invoice, preapproved',
  invoice_b2c: 'Invoice',
  knet: 'KNET',
  mada: 'mada',
  master: 'Mastercard',
  mobilepay: 'MobilePay',
  postponement: 'Postponed payment',
  sofortueberweisung: 'Sofort',
  swish: 'Swish',
  vipps: 'Vipps',
  visa: 'Visa',
  wallets: 'Wallet',
  zero: 'Nothing to pay',
} as const

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
  subscription: 'Subscription',
  added_later: 'Added later',
  damage_or_fee: 'Damage or fee',
  refund_too_late: 'Too late to refund',
  winnings: 'Winnings',
  bank_transfer_seen: 'Seen on the bank account',
  other: 'Other',
} as const

export const roles = {
  viewer: 'Read only',
  staff: 'Merchant staff',
  support: 'Support',
  admin: 'Admin',
} as const

/** Whose word a capture deadline is. */
export const deadlines = {
  provider: 'Date from the provider',
  usual_for_method: 'Reckoned: usual for this method; the provider gave no date',
} as const

/** How long ago, how long still. */
export const age = {
  seconds: '{count, number} s',
  minutes: '{count, number} min',
  hours: '{count, number} h',
  days: '{count, number} d',
  justNow: 'just now',
  ago: '{duration} ago',
  left: 'in {duration}',
  passed: 'passed {duration} ago',
  bothTimes: '{shown}; {own} where you are',
} as const
