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
    noLines: 'The provider keeps no order lines for this payment.',
    captureNamedNone: 'An earlier capture named no lines, so nobody can say what is left of each.',
    refundNamedNone: 'An earlier refund named no lines, so nobody can say what is left of each.',
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
    pickAll: 'Pick all lines',
    takeOutAll: 'Take out all lines',
    pickOne: 'Pick at least one line.',
    wholeOnly: 'This payment method only takes whole lines, as they were ordered.',
    picked: '{count, plural, =0 {Nothing picked yet} one {# line} other {# lines}}',
    quantity: 'Quantity of {item}',
    outOf: 'of {quantity}',
    noQuantity: '“{text}” is no quantity.',
    onlyLeft: 'Only {quantity} left.',
    captured: 'Captured',
    refunded: 'Refunded',
    notCaptured: 'Not captured',
    partGone: 'Only whole lines, and a part is gone',
    moved: {
      capture: '{moved} already captured',
      refund: '{moved} already refunded',
    },
    rounded: 'Rounded to {amount}; the last piece carries the rest of {whole}.',
    roundedLast: '{amount} with the rounding, so that the line adds up to {whole}.',
  },
} as const
