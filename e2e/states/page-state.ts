import type { Page } from '@playwright/test'
import type { Role } from '@/lib/domain/access/permission'

/** A page in one state. */
export interface PageState {
  readonly name: string
  /** Main pages are also rendered in Norwegian and on a dark phone. */
  readonly isMain?: true
  /** The user's role, `admin` by default; `signed-out` without a user. */
  readonly role?: Role | 'signed-out'
  /** True when it blocks reads for a while, so that no other test may run beside it. */
  readonly isAlone?: true
  /** True when the page is meant to be still loading. */
  readonly isLoading?: true
  readonly open: (page: Page) => Promise<unknown>
}

/** Opens an address. */
export const at = (path: string) => (page: Page) => page.goto(path)
