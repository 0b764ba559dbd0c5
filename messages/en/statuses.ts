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
