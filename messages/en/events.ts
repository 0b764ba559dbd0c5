export const events = {
  kinds: {
    initiate: 'Payment started',
    authorize: 'Authorized',
    capture: 'Capture',
    refund: 'Refund',
    void: 'Void',
    settle: 'Paid out',
  },
  states: { succeeded: 'Done', failed: 'Failed', pending: 'Pending' },
} as const
