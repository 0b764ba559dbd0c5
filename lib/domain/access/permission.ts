import type { OperationKind } from '@/lib/domain/operation/operation'

export const ROLES = ['viewer', 'staff', 'support', 'admin'] as const
export type Role = (typeof ROLES)[number]

export type Permission =
  | 'view_transactions'
  | 'check_operation'
  | 'write_note'
  | 'tag_payment'
  | 'see_exchange'
  | 'manage_connections'
  | 'manage_people'
  | 'manage_business'
  | 'manage_rules'
  | 'decide_review'
  | 'verify_audit'
  | 'export_transactions'
  | 'share_views'
  | `operate:${OperationKind}`

const GRANTS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  viewer: new Set(['view_transactions']),
  staff: new Set([
    'view_transactions',
    'check_operation',
    'tag_payment',
    'write_note',
    'operate:capture',
    'operate:void',
  ]),
  support: new Set([
    'view_transactions',
    'check_operation',
    'tag_payment',
    'write_note',
    'operate:refund',
    'decide_review',
    'export_transactions',
  ]),
  admin: new Set([
    'view_transactions',
    'check_operation',
    'tag_payment',
    'write_note',
    'see_exchange',
    'operate:capture',
    'operate:refund',
    'operate:void',
    'operate:update_authorization',
    'operate:extend_authorization',
    'operate:charge_again',
    'operate:pay_out',
    'operate:confirm_receipt',
    'decide_review',
    'verify_audit',
    'export_transactions',
    'share_views',
    'manage_connections',
    'manage_people',
    'manage_business',
    'manage_rules',
  ]),
}

/** True when a role has a permission. The server checks every action; the screen only explains. */
export function isPermitted(role: Role, permission: Permission): boolean {
  return GRANTS[role].has(permission)
}

/** True when a role has every permission of another one, which it may then give to others. */
export function holdsAll(role: Role, other: Role): boolean {
  return [...GRANTS[other]].every((permission) => isPermitted(role, permission))
}

/** Roles that hold a permission, for "ask an admin" texts. */
export function rolesPermitted(permission: Permission): readonly Role[] {
  return ROLES.filter((role) => isPermitted(role, permission))
}
