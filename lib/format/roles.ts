import { rolesPermitted, type Permission } from '@/lib/domain/permission'
import { ROLE_LABELS } from './labels'

/** "Merchant staff or Admin": whom to ask for something one may not do. */
export function rolesText(permission: Permission): string {
  return rolesPermitted(permission)
    .map((role) => ROLE_LABELS[role])
    .join(' or ')
}
