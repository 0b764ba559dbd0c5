import { isPermitted, type Permission, type Role } from '@/lib/domain/access/permission'

/** A page of the main navigation, or of the one of the settings. */
export interface ShellPage {
  readonly name: 'transactions' | 'overview' | 'operations' | 'audit' | 'settings' | SettingsPage
  readonly href: string
}

type SettingsPage = 'people' | 'connections' | 'business' | 'rules' | 'notices'

interface PermittedPage extends ShellPage {
  readonly permission: Permission
}

const PAGES: readonly PermittedPage[] = [
  { name: 'transactions', href: '/transactions', permission: 'view_transactions' },
  { name: 'overview', href: '/overview', permission: 'view_transactions' },
  { name: 'operations', href: '/operations', permission: 'view_transactions' },
  { name: 'audit', href: '/audit', permission: 'verify_audit' },
]

/** One line a page under Settings, in the order of its navigation. */
const SETTINGS_PAGES: readonly PermittedPage[] = [
  { name: 'people', href: '/settings/people', permission: 'manage_people' },
  { name: 'connections', href: '/settings/connections', permission: 'manage_connections' },
  { name: 'business', href: '/settings/business', permission: 'manage_business' },
  { name: 'rules', href: '/settings/rules', permission: 'manage_rules' },
  { name: 'notices', href: '/settings/notices', permission: 'manage_business' },
]

/** The pages that a role may see, in the order of the main navigation; settings only with a page in them. */
export function pagesFor(role: Role): readonly ShellPage[] {
  const pages = permitted(PAGES, role)
  const hasSettings = settingsPagesFor(role).length > 0
  return hasSettings ? [...pages, { name: 'settings', href: '/settings' }] : pages
}

/** The pages under Settings that a role may see, in the order of their navigation. */
export function settingsPagesFor(role: Role): readonly ShellPage[] {
  return permitted(SETTINGS_PAGES, role)
}

function permitted(pages: readonly PermittedPage[], role: Role): readonly ShellPage[] {
  return pages
    .filter(({ permission }) => isPermitted(role, permission))
    .map(({ name, href }) => ({ name, href }))
}

/** A page by what could not be read on it, the first that fits; `readingErrors` has the words. */
const SECTIONS = [
  ['list', /^\/transactions$/],
  ['batches', /^\/transactions\/batches$/],
  ['newBatch', /^\/transactions\/batches\/new$/],
  ['batch', /^\/transactions\/batches\/[^/]+$/],
  ['payment', /^\/transactions\/[^/]+$/],
  ['overview', /^\/overview$/],
  ['operations', /^\/operations$/],
  ['operation', /^\/operations\/[^/]+$/],
  ['audit', /^\/audit$/],
  ['settings', /^\/settings$/],
  ['people', /^\/settings\/people$/],
  ['person', /^\/settings\/people\/[^/]+$/],
  ['business', /^\/settings\/business$/],
  ['rules', /^\/settings\/rules$/],
  ['noticeSettings', /^\/settings\/notices$/],
  ['connections', /^\/settings\/connections$/],
  ['newConnection', /^\/settings\/connections\/new$/],
  ['connection', /^\/settings\/connections\/[^/]+$/],
  ['account', /^\/account$/],
  ['notices', /^\/notices$/],
] as const

type PageSection = (typeof SECTIONS)[number][0]

/** The section that a page's path belongs to; null where there is no such page. */
export function sectionOf(path: string): PageSection | null {
  return SECTIONS.find(([, shape]) => shape.test(path))?.[0] ?? null
}
