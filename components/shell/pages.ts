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

/** A page by what could not be read on it; `readingErrors` has the words. */
const SECTIONS = [
  ['list', /^\/transactions$/],
  ['payment', /^\/transactions\/[^/]+$/],
  ['overview', /^\/overview$/],
  ['operations', /^\/operations$/],
  ['operation', /^\/operations\/[^/]+$/],
  ['audit', /^\/audit$/],
  ['people', /^\/settings\/people$/],
  ['person', /^\/settings\/people\/[^/]+$/],
  ['business', /^\/settings\/business$/],
  ['account', /^\/account$/],
] as const

type PageSection = (typeof SECTIONS)[number][0]

/** The section that a page's path belongs to; null where there is no such page. */
export function sectionOf(path: string): PageSection | null {
  return SECTIONS.find(([, shape]) => shape.test(path))?.[0] ?? null
}
