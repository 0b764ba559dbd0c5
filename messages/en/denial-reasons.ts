/** Why a payment does not allow an operation now. */
export const denialReasons = {
  connection_disabled:
    'The connection of this payment is disabled, so nothing new is begun. An admin can enable it under Settings → Connections.',
  connection_closed:
    'The connection of this payment was removed for good. What is left to do is done in the provider’s own portal.',
  not_paid_yet: 'The customer has not finished paying, so nothing is authorized yet.',
  on_hold: 'The payment method is still reviewing this payment. Wait until it is authorized.',
  declined: 'The customer declined, so nothing was authorized.',
  failed: 'The payment failed, so nothing was authorized.',
  status_unknown:
    'The provider does not say what became of this payment. Nothing can be done until it does.',
  figures_contradict:
    'The provider’s figures for this payment contradict each other. Nothing can be done here until they do not.',
  operation_open: 'Another operation on this payment is not finished yet.',
  nothing_held: 'Everything that was authorized is already captured or released.',
  voided: 'The authorization was voided: nothing is held any more.',
  nothing_captured: 'Nothing is captured yet, so there is nothing to give back.',
  nothing_authorized: 'The authorized amount is 0, so there is nothing to move.',
  all_refunded: 'Everything that was captured is already refunded.',
  promised_elsewhere:
    'The provider has accepted a request from elsewhere for what is left, and has not done it yet.',
  refund_unsupported: 'This method cannot give money back. Pay the customer by bank transfer.',
  captured_cannot_void: 'Everything is captured, so nothing is left to release.',
  void_rest_unsupported:
    'A part is already captured, and this method cannot release the rest. It lapses by itself at the end of the authorization; what is captured can be refunded.',
  no_authorization_phase:
    'This method takes the money at once, so there is no authorization to release.',
  update_unsupported:
    'This payment method does not let an order be changed after the customer has paid.',
  update_after_capture: 'Everything is captured: the order can no longer be changed.',
  extend_unsupported: 'This payment method cannot hold money longer.',
  not_offered: 'There is no such operation for this method.',
  never_charged: 'The customer has not been charged for this payment.',
  not_charged_at_once:
    'Only a payment that was charged at once, without an authorization before it, can be charged again.',
  no_stored_card:
    'The provider has no stored card for this payment, so there is nothing to pay to.',
} as const

/** What a role may not do, and whom to ask. */
export const permissions = {
  view_transactions: 'Your role, {role}, may not see transactions. Ask {roles}.',
  check_operation: 'Your role, {role}, may not check with the provider. Ask {roles}.',
  tag_payment: 'Your role, {role}, may not tag payments. Ask {roles}.',
  write_note: 'Your role, {role}, may not write notes. Ask {roles}.',
  see_exchange: 'Your role, {role}, may not see requests and answers. Ask {roles}.',
  manage_connections: 'Your role, {role}, may not manage connections. Ask {roles}.',
  manage_rules: 'Your role, {role}, may not set rules. Ask {roles}.',
  manage_business: 'Your role, {role}, may not change the settings of the business. Ask {roles}.',
  manage_people: 'Your role, {role}, may not look after people. Ask {roles}.',
  decide_review: 'Your role, {role}, may not decide this. Ask {roles}.',
  verify_audit: 'Your role, {role}, may not verify the audit trail. Ask {roles}.',
  export_transactions: 'Your role, {role}, may not export lists. Ask {roles}.',
  share_views: 'Your role, {role}, may not share lists with everybody. Ask {roles}.',
  'operate:capture': 'Your role, {role}, may not capture. Ask {roles}.',
  'operate:refund': 'Your role, {role}, may not refund. Ask {roles}.',
  'operate:void': 'Your role, {role}, may not void. Ask {roles}.',
  'operate:update_authorization': 'Your role, {role}, may not change orders. Ask {roles}.',
  'operate:extend_authorization': 'Your role, {role}, may not extend the time. Ask {roles}.',
  'operate:charge_again': 'Your role, {role}, may not charge a customer again. Ask {roles}.',
  'operate:pay_out': 'Your role, {role}, may not pay out to a stored card. Ask {roles}.',
  'operate:confirm_receipt':
    'Your role, {role}, may not book money that arrived outside. Ask {roles}.',
} as const
