import type { Page } from '@playwright/test'
import type { Role } from '@/lib/domain/access/permission'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

/** The sign-in page. */
export class SignInPage {
  constructor(private readonly page: Page) {}

  async signIn(email: string, password: string): Promise<void> {
    await this.page.getByLabel('E-mail address').fill(email)
    await this.page.getByLabel('Password').fill(password)
    await this.page.getByRole('button', { name: 'Sign in' }).click()
  }

  /** Opens the sign-in page and signs in as the demo's user with this role. */
  async signInAs(role: Role): Promise<void> {
    await this.page.goto('/sign-in')
    await this.signIn(`${role}@paydesk.example`, 'paydesk-demo')
    await this.page.getByRole('table', { name: /transactions/i }).waitFor()
    await waitUntilHydrated(this.page)
  }
}
