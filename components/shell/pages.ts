import { isPermitted, type Permission, type Role } from '@/lib/domain/access/permission'

/** A page of the main navigation. */
export interface ShellPage {
  readonly name: 'transactions' | 'overview' | 'operations' | 'audit' | 'people'
  readonly href: string
}

const PAGES: readonly (ShellPage & { readonly permission: Permission })[] = [
  { name: 'transactions', href: '/transactions', permission: 'view_transactions' },
  { name: 'overview', href: '/overview', permission: 'view_transactions' },
  { name: 'operations', href: '/operations', permission: 'view_transactions' },
  { name: 'audit', href: '/audit', permission: 'verify_audit' },
  { name: 'people', href: '/settings/people', permission: 'manage_people' },
]

/** The pages that a role may see, in the order of the navigation. */
export function pagesFor(role: Role): readonly ShellPage[] {
  return PAGES.filter(({ permission }) => isPermitted(role, permission)).map(({ name, href }) => ({
    name,
    href,
  }))
}
