import { rolesPermitted, type Permission, type Role } from '@/lib/domain/permission'
import { REGION, type Locale } from './locale'

/** "Merchant staff or Admin": whom to ask for something one may not do. */
export function rolesText(
  permission: Permission,
  nameOf: (role: Role) => string,
  locale: Locale,
): string {
  const names = rolesPermitted(permission).map((role) => nameOf(role))
  return new Intl.ListFormat(REGION[locale], { type: 'disjunction' }).format(names)
}
