/** The dialogs in which operations are asked for. */
export const dialogs = {
  titles: {
    capture: 'Capture',
    refund: 'Refund',
    void: 'Void',
    voidRest: 'Void the rest',
    update: 'Add or change items',
    extend: 'Extend the time',
    charge_again: 'Charge again',
    pay_out: 'Pay out to the stored card',
    confirm_receipt: 'Confirm the bank transfer',
  },
  /** What the button says: with the sum, before there is one, and while it is sent. */
  submit: {
    capture: {
      now: 'Capture {sum}',
      open: 'Capture',
      doing: 'Capturing {sum}…',
    },
    refund: { now: 'Refund {sum}', open: 'Refund', doing: 'Refunding {sum}…' },
    void: { now: 'Void {sum}', open: 'Void', doing: 'Voiding {sum}…' },
    extend: { now: 'Hold {sum} longer', open: 'Hold longer', doing: 'Holding {sum} longer…' },
    charge_again: {
      now: 'Charge another {sum}',
      open: 'Charge again',
      doing: 'Charging another {sum}…',
    },
    pay_out: { now: 'Pay out {sum}', open: 'Pay out', doing: 'Paying out {sum}…' },
    confirm_receipt: {
      now: 'Confirm {sum}',
      open: 'Confirm',
      doing: 'Confirming {sum}…',
    },
    raise: {
      now: 'Raise the hold to {sum}',
      open: 'Change the order',
      doing: 'Raising the hold to {sum}…',
    },
    lower: {
      now: 'Lower the hold to {sum}',
      open: 'Change the order',
      doing: 'Lowering the hold to {sum}…',
    },
    keep: {
      now: 'Keep the hold at {sum}',
      open: 'Change the order',
      doing: 'Keeping the hold at {sum}…',
    },
  },
  checking: 'Checking…',
  cancel: 'Cancel',
  close: 'Close',
  order: 'Order {reference}',
  noReference: 'No order reference',
  box: {
    order: 'Order',
    total: 'Total',
    due: 'Due',
    authorized: 'Authorized',
    captured: 'Captured',
    refunded: 'Refunded',
    held: 'Held',
    left: 'Left',
  },
  after: {
    now: 'Now',
    afterwards: 'Afterwards',
    lapses:
      'This payment can be captured once only: the remaining <strong>{sum}</strong> is released and cannot be captured later.',
    nothingHeld: 'This leaves the order <strong>{status}</strong>; nothing stays held.',
    held: 'This leaves the order <strong>{status}</strong>; {held} stays held.',
    heldUntil: 'This leaves the order <strong>{status}</strong>; {held} stays held until {day}.',
  },
  notices: {
    changedSince: 'This payment has changed since you opened this.',
    changedMeanwhile: 'This payment changed meanwhile, so nothing was sent.',
    confirm: 'Look at the new figures and confirm.',
    slow: '{provider} takes its time to answer. You can close this: the page follows it.',
    noConnection:
      'No connection: we can’t tell yet whether anything was started. As soon as the connection is back this is looked up; nothing is sent a second time.',
    connectionBack:
      'The connection is back. Nothing was sent meanwhile, and what you entered is kept: you can send it now.',
    kept: 'What you entered is kept.',
    reload: 'Reload',
    noResponse:
      'The answer did not reach this page, so we are checking whether anything was started. Nothing is sent a second time.',
  },
  changes: {
    capturedMinor: {
      more: '{sum} was captured.',
      corrected: 'Captured is {sum} after a correction.',
    },
    refundedMinor: {
      more: '{sum} was refunded.',
      corrected: 'Refunded is {sum} after a correction.',
    },
    releasedMinor: {
      more: '{sum} was released.',
      corrected: 'Released is {sum} after a correction.',
    },
    authorized: 'The authorization went from {before} to {after}.',
    by: '{actor} asked for this at {at}.',
    left: 'Now {held} is held, and {refundable} can be refunded.',
    status: 'The payment is now {status}.',
    lines: 'The order lines were changed.',
  },
  reason: {
    label: 'Reason',
    pick: 'Pick one',
    missing: 'Pick a reason.',
    note: 'Note',
    noteMissing: 'Say why in a few words.',
  },
  note: 'Note <soft>(optional)</soft>',
  reference: 'Reference <soft>(optional)</soft>',
  references: {
    capture: 'Delivery or invoice number',
    refund: 'Return or credit note number',
  },
  refunded:
    '{arrival, select, invoice {The invoice of {named, select, yes {{customer}} other {the customer}} at {method} is lowered by {sum}; what is already paid of it comes back.} other {{named, select, yes {{customer} gets} other {The customer gets}} {sum} back through {method}{arrival, select, wallet {, usually within 1 to 3 business days} card {, usually within 3 to 10 business days} other {}}.}}',
  standalone: {
    charge_again:
      'This takes <strong>{sum}</strong> more from {named, select, yes {{customer}} other {the customer}}, who is not asked again. It can be refunded like any other charge.',
    pay_out:
      'This pays <strong>{sum}</strong> to the stored card of {named, select, yes {{customer}} other {the customer}}. It is not set against what was captured, which can still be refunded.',
    confirm_receipt:
      'This books <strong>{sum}</strong> as arrived from {named, select, yes {{customer}} other {the customer}}. It moves no money by itself: see it on the bank account first.',
  },
  released:
    'This releases <strong>{sum}</strong> to {named, select, yes {{customer}} other {the customer}}. Nothing of it can be captured afterwards.',
  restReleased:
    'This releases the remaining <strong>{sum}</strong> to {named, select, yes {{customer}} other {the customer}}; what is captured stays.',
  holds: {
    noDate: '{method} gave no date until which it holds the money.',
    until: '{method} holds {sum} until <strong>{at}</strong>.',
    usuallyUntil: '{method} holds {sum} until <strong>{at}</strong> (usual for this method).',
    longer:
      '{method} decides whether and until when it holds it longer; the amount stays the same.',
  },
} as const

/** How much of a payment is taken or given back: everything, lines, or a typed amount. */
export const amounts = {
  howMuch: 'How much',
  modes: { all: 'Everything left', lines: 'Choose lines', amount: 'An amount' },
  label: 'Amount in {currency}',
  atMost: {
    capture: 'At most {max} is held.',
    refund: 'At most {max} can be refunded.',
    charge_again: 'At most {max}, which is what this payment was for.',
    pay_out: 'At most {max}, which is what this payment was for.',
    confirm_receipt: 'At most {max} is still to come.',
  },
  tooMuch: {
    capture: 'That is too much: {max} is held.',
    refund: 'That is too much: {max} can be refunded.',
    charge_again: 'That is too much: this payment was for {max}.',
    pay_out: 'That is too much: this payment was for {max}.',
    confirm_receipt: 'That is too much: {max} is still to come.',
  },
  closed: {
    allNeedsLines: '{method} needs order lines, and the lines left don’t make up what is left.',
    amountNeedsLines: '{method} needs order lines, so an amount alone is not possible.',
    inSteps: 'Each refund takes from one capture, so everything takes several refunds.',
    noLines: 'The provider keeps no order lines for this payment.',
    linesDifferFromHold:
      'The order lines don’t add up to what is authorized, so they can’t be taken one by one.',
    unknown: 'Nobody can say what is left of each line.',
  },
  typed: {
    empty: 'Type an amount.',
    not_a_number: '“{text}” can’t be read as an amount. Write it like {example}.',
    too_many_decimals:
      '{decimals, plural, =0 {{currency} has no decimals.} other {{currency} has # decimals: the smallest amount is {smallest}.}}',
    too_large: 'That is more than any payment can be.',
    not_positive: 'The amount must be more than nothing.',
  },
  lines: {
    filter: 'Find a line',
    shown: '{shown, number} of {of, plural, one {# line} other {# lines}}',
    pickAll: 'Pick all lines',
    takeOutAll: 'Take out all lines',
    pickOne: 'Pick at least one line.',
    wholeOnly: 'This payment method only takes whole lines, as they were ordered.',
    picked: '{count, plural, =0 {Nothing picked yet} one {# line} other {# lines}}',
    quantity: 'Quantity of {item}',
    outOf: 'of {quantity}',
    noQuantity: '“{text}” is no quantity.',
    wholePieces: 'Whole pieces only.',
    onlyLeft: 'Only {quantity} left.',
    captured: 'Captured',
    refunded: 'Refunded',
    notCaptured: 'Not captured',
    partGone: 'Only whole lines, and a part is gone',
    aboveLeft: 'More than is left',
    untied: {
      capture:
        '{sum} was captured without naming lines, so less of a line may be left than is offered here. Together at most {left}.',
      refund:
        '{sum} was captured or refunded without naming lines, so less of a line may be left than is offered here. Together at most {left}.',
    },
    moved: {
      capture: '{moved} already captured',
      refund: '{moved} already refunded',
    },
    rounded: 'Rounded to {amount}; the last piece carries the rest of {whole}.',
    roundedLast: '{amount} with the rounding, so that the line adds up to {whole}.',
  },
} as const

/** The dialog that adds order lines and changes open ones. */
export const orderChange = {
  newItem: 'New item {number, number}',
  description: 'Description',
  quantity: 'Quantity',
  priceWithVat: 'Price of one in {currency}, with VAT',
  priceWithoutVat: 'Price of one in {currency}, without VAT',
  vat: 'VAT',
  vatInPercent: 'VAT in %',
  otherRate: 'Another rate',
  pricesIncludeVat: 'Prices include VAT',
  another: 'Another item',
  remove: 'Remove',
  removeItem: 'Remove new item {number, number}',
  total: 'Net {net} + VAT {vat} = <strong>{total}</strong>',
  newTotal: 'The whole order then: net {net} + VAT {vat} = <strong>{total}</strong>',
  problems: {
    description: 'Describe the item.',
    quantity: 'How many?',
    vat: 'A rate from 0 to 100%.',
  },
  existing: 'Change what is already in the order',
  newQuantity: 'New quantity of {item}',
  wholeCaptured: 'Captured, so it stays',
  unreadable: 'This quantity can’t be read.',
  wholePieces: 'Whole pieces only.',
  partCaptured: '{quantity} captured, so they stay.',
  takenOut: 'Taken out of the order',
  ordered: '{quantity} ordered until now',
  holdChanges: 'The hold goes from {before} to <strong>{after}</strong>.',
  mayRefuse:
    '{method} checks the customer again and may say no; the present hold then stays as it is.',
} as const
