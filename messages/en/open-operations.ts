/** What may be moving a payment’s money at this moment, in a few words. */
export const openOperations = {
  intended:
    'Starting {kind, select, capture {capture} refund {refund} void {void} update_authorization {change} other {extension}}',
  sending:
    'Sending {kind, select, capture {capture} refund {refund} void {void} update_authorization {change} other {extension}}',
  pending:
    '{kind, select, capture {Capture} refund {Refund} void {Void} update_authorization {Change} other {Extension}} pending',
  unknown:
    'Checking {kind, select, capture {capture} refund {refund} void {void} update_authorization {change} other {extension}}',
  needs_review:
    'Review {kind, select, capture {capture} refund {refund} void {void} update_authorization {change} other {extension}}',
} as const
