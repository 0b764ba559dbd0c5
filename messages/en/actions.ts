/** What can be done with a payment: the buttons and the menu. */
export const actions = {
  names: {
    capture: 'Capture',
    refund: 'Refund',
    void: 'Void',
    update_authorization: 'Add item',
    extend_authorization: 'Extend time',
  },
  underWay: {
    capture: 'Capture in progress',
    refund: 'Refund in progress',
    void: 'Void in progress',
    update_authorization: 'Change in progress',
    extend_authorization: 'Extension in progress',
  },
  notes: {
    capture: 'Takes money that is held.',
    refund: 'Gives captured money back.',
    void: 'Releases what is still held.',
    update_authorization: 'Changes the order and what {method} holds.',
    extend_authorization: 'Asks {method} to hold the money longer.',
  },
  instead: {
    refund: '{obstacle} Refund it instead.',
    void: '{obstacle} Void it instead.',
  },
  more: 'More',
} as const
