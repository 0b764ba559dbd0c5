import type { Page } from '@playwright/test'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

/** The pages on which an admin looks after people. */
export class PeoplePage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/settings/people')
    await waitUntilHydrated(this.page)
  }

  /** Invites a person and returns the one-time link. */
  async invite(person: { name: string; email: string; role: string }): Promise<string> {
    await this.page.getByRole('button', { name: 'Invite' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('Name').fill(person.name)
    await dialog.getByLabel('E-mail address').fill(person.email)
    await dialog.getByLabel('Role').selectOption(person.role)
    await dialog.getByRole('button', { name: 'Make the link' }).click()
    const link = await dialog.getByLabel(`One-time link for ${person.name}`).inputValue()
    await dialog.getByRole('button', { name: 'Done' }).click()
    return link
  }

  /** Finds a person from the list, which others may have filled, and opens the person's page. */
  async openPerson(name: string): Promise<void> {
    await this.page.getByLabel('Name or e-mail address').fill(name)
    await this.page.keyboard.press('Enter')
    await this.page.waitForURL(/[?&]q=/)
    await waitUntilHydrated(this.page)
    await this.page.getByRole('main').getByRole('link', { name }).click()
    await this.page.getByRole('heading', { level: 1, name }).waitFor()
    await waitUntilHydrated(this.page)
  }

  /** Presses a button of the person's page and waits for what it says then. */
  async press(button: string, result: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click()
    await this.page.getByRole('status').filter({ hasText: result }).waitFor()
  }

  /** Opens a one-time link and chooses a password. */
  async choosePassword(link: string, password: string): Promise<void> {
    await this.page.goto(link)
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: 'Choose and sign in' }).click()
  }
}
