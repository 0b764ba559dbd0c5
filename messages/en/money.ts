/** Where the authorized money is. */
export const money = {
  title: 'Where the money is',
  nothing: 'Nothing is authorized, so there is nothing to capture or to refund.',
  bar: {
    nothing: 'Nothing is authorized.',
    all: 'Of {sum} authorized: {parts}.',
    doubtful: '{part}, not known yet',
  },
  parts: {
    kept: '{sum} captured and kept',
    refunding: '{sum} being refunded',
    refunded: '{sum} refunded',
    capturing: '{sum} being captured',
    held: '{sum} still held',
    releasing: '{sum} being released',
    released: '{sum} released',
  },
  figures: {
    authorized: 'Authorized',
    captured: 'Captured',
    kept: '{sum} kept',
    refunded: 'Refunded',
    released: 'Released',
    held: 'Still held',
  },
  moving: {
    capture: {
      name: 'Being captured',
      onItsWay: 'of what is held, on its way',
      doubtful: 'of what is held, not known yet',
    },
    refund: {
      name: 'Being refunded',
      onItsWay: 'of what is kept, on its way',
      doubtful: 'of what is kept, not known yet',
    },
    void: {
      name: 'Being released',
      onItsWay: 'of what is held, on its way',
      doubtful: 'of what is held, not known yet',
    },
    update_authorization: {
      name: 'Order being changed to',
      onItsWay: 'the new total, on its way',
      doubtful: 'the new total, not known yet',
    },
    extend_authorization: {
      name: 'Being held longer',
      onItsWay: 'the whole hold, on its way',
      doubtful: 'the whole hold, not known yet',
    },
    charge_again: {
      name: 'Being charged',
      onItsWay: 'new money, on its way',
      doubtful: 'new money, not known yet',
    },
    pay_out: {
      name: 'Being paid out',
      onItsWay: 'beside this payment, on its way',
      doubtful: 'beside this payment, not known yet',
    },
    confirm_receipt: {
      name: 'Being booked',
      onItsWay: 'of what is held, on its way',
      doubtful: 'of what is held, not known yet',
    },
  },
} as const
