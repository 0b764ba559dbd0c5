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
    refund: '{obstacle} Refund it instead.',
    void: '{obstacle} Void it instead.',
  },
  more: 'More',
} as const
