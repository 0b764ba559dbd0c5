/** What may be moving a payment’s money at this moment, in a few words. */
export const openOperations = {
  capture: {
    intended: 'Starting capture',
    sending: 'Sending capture',
    pending: 'Capture pending',
    unknown: 'Checking capture',
    needs_review: 'Review capture',
  },
  refund: {
    intended: 'Starting refund',
    sending: 'Sending refund',
    pending: 'Refund pending',
    unknown: 'Checking refund',
    needs_review: 'Review refund',
  },
  void: {
    intended: 'Starting void',
    sending: 'Sending void',
    pending: 'Void pending',
    unknown: 'Checking void',
    needs_review: 'Review void',
  },
  update_authorization: {
    intended: 'Starting change',
    sending: 'Sending change',
    pending: 'Change pending',
    unknown: 'Checking change',
    needs_review: 'Review change',
  },
  extend_authorization: {
    intended: 'Starting extension',
    sending: 'Sending extension',
    pending: 'Extension pending',
    unknown: 'Checking extension',
    needs_review: 'Review extension',
  },
  charge_again: {
    intended: 'Starting charge',
    sending: 'Sending charge',
    pending: 'Charge pending',
    unknown: 'Checking charge',
    needs_review: 'Review charge',
  },
  pay_out: {
    intended: 'Starting payout',
    sending: 'Sending payout',
    pending: 'Payout pending',
    unknown: 'Checking payout',
    needs_review: 'Review payout',
  },
  confirm_receipt: {
    intended: 'Confirming transfer',
    sending: 'Confirming transfer',
    pending: 'Transfer pending',
    unknown: 'Checking transfer',
    needs_review: 'Review transfer',
  },
} as const
