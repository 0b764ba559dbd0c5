/** What a role may not do, and whom to ask. */
export const permissions = {
  view_transactions: 'Your role, {role}, may not see transactions. Ask {roles}.',
  check_operation: 'Your role, {role}, may not look at the provider. Ask {roles}.',
  write_note: 'Your role, {role}, may not write notes. Ask {roles}.',
  see_exchange: 'Your role, {role}, may not see requests and answers. Ask {roles}.',
  manage_connections: 'Your role, {role}, may not manage connections. Ask {roles}.',
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
