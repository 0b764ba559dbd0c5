import type { Permission, Role } from '@/lib/domain/access/permission'
import { rolesText } from '@/lib/format/roles'
import type { Wording } from './i18n'

/** What a role may not do, and whom to ask. */
export function notPermittedText(
  role: Role,
  permission: Permission,
  { t, formats }: Wording,
): string {
  const nameOf = (name: Role) => t(`roles.${name}`)
  const roles = rolesText(permission, nameOf, formats)
  return t(`permissions.${permission}`, { role: nameOf(role), roles })
}
