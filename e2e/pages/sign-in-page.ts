import type { Page } from '@playwright/test'
import { z } from 'zod'
import type { Role } from '@/lib/domain/access/permission'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

/** The sign-in page. */
export class SignInPage {
  constructor(private readonly page: Page) {}

  async signIn(email: string, password: string): Promise<void> {
    await this.page.getByLabel('E-mail address').fill(email)
    await this.page.getByLabel('Password').fill(password)
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }

  /** Opens the sign-in page and signs in as the demo's user with this role. */
  async enterAs(role: Role): Promise<void> {
    await this.page.goto('/sign-in')
    await this.signIn(emailOf(role), PASSWORD)
    await this.page.getByRole('table', { name: /transactions/i }).waitFor()
    await waitUntilHydrated(this.page)
  }

  /** Gives the browser a session of the demo's user with this role; no page is opened. */
  async signInAs(role: Role): Promise<void> {
    const { request } = this.page
    const csrf = await request.get('/api/auth/csrf')
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json())
    const response = await request.post('/api/auth/callback/credentials', {
      headers: { origin: new URL(csrf.url()).origin },
      form: { csrfToken, email: emailOf(role), password: PASSWORD, json: 'true' },
    })
    if (!response.ok()) throw new Error(`signing in as ${role}: ${response.status()}`)
  }
}

const PASSWORD = 'paydesk-demo'

function emailOf(role: Role): string {
  return `${role}@paydesk.example`
}
