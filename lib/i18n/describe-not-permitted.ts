import type { Permission, Role } from '@/lib/domain/access/permission'
import { rolesText } from '@/lib/format/roles'
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
