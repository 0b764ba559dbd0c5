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
