import { describe, expect, it } from 'vitest'
import { isPermitted, rolesPermitted, ROLES, type Permission } from './permission'

/** The whole table of permissions by role, as the merchant knows it. */
const TABLE: Readonly<Record<Permission, readonly (typeof ROLES)[number][]>> = {
  view_transactions: ['viewer', 'staff', 'support', 'admin'],
  check_operation: ['staff', 'support', 'admin'],
  write_note: ['staff', 'support', 'admin'],
  tag_payment: ['staff', 'support', 'admin'],
  see_exchange: ['admin'],
  manage_connections: ['admin'],
  manage_people: ['admin'],
  manage_business: ['admin'],
  manage_rules: ['admin'],
  decide_review: ['support', 'admin'],
  verify_audit: ['admin'],
  export_transactions: ['support', 'admin'],
  share_views: ['admin'],
  'operate:capture': ['staff', 'admin'],
  'operate:refund': ['support', 'admin'],
  'operate:void': ['staff', 'admin'],
  'operate:update_authorization': ['admin'],
  'operate:extend_authorization': ['admin'],
  'operate:charge_again': ['admin'],
  'operate:pay_out': ['admin'],
  'operate:confirm_receipt': ['admin'],
}

describe('permissions', () => {
  it.each(Object.keys(TABLE) as Permission[])('%s: is held by just these roles', (permission) => {
    expect(ROLES.filter((role) => isPermitted(role, permission))).toEqual(TABLE[permission])
    expect(rolesPermitted(permission)).toEqual(TABLE[permission])
  })
})
