import type { Permission, Role } from '@/lib/domain/access/permission'
import { rolesText } from '@/lib/format/roles'
import type { I18n } from './i18n'

/** What a role may not do, and whom to ask. */
export function describeNotPermitted(
  role: Role,
  permission: Permission,
  { t, formats }: I18n,
): string {
  const nameOf = (name: Role) => t(`roles.${name}`)
  const roles = rolesText(permission, nameOf, formats)
  return t(`permissions.${permission}`, { role: nameOf(role), roles })
}
