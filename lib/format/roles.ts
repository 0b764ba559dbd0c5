import { rolesPermitted, type Permission, type Role } from '@/lib/domain/access/permission'
import type { ListFormats } from './lists'

/** "Merchant staff or Admin": whom to ask for something one may not do. */
export function rolesText(
  permission: Permission,
  nameOf: (role: Role) => string,
  formats: ListFormats,
): string {
  return formats.anyOf(rolesPermitted(permission).map((role) => nameOf(role)))
}
