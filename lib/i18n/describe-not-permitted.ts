import { rolesPermitted, type Permission, type Role } from '@/lib/domain/access/permission'
import type { Formats } from '@/lib/format/formats'
import type { I18n } from './i18n'

/** The action that a role may not do, and the roles that may. */
export function describeNotPermitted(
  role: Role,
  permission: Permission,
  { t, formats }: I18n,
): string {
  const nameOf = (name: Role) => t(`roles.${name}`)
  const roles = rolesText(permission, nameOf, formats)
  return t(`permissions.${permission}`, { role: nameOf(role), roles })
}

/** "Merchant staff or Admin": whom to ask for something one may not do. */
export function rolesText(
  permission: Permission,
  nameOf: (role: Role) => string,
  formats: Formats,
): string {
  return formats.anyOf(rolesPermitted(permission).map((role) => nameOf(role)))
}
