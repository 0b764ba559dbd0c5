export const operationKinds = {
  capture: 'Capture',
  refund: 'Refund',
  void: 'Void',
  update_authorization: 'Change of the order',
  extend_authorization: 'Extension of time',
} as const
