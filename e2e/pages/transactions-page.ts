import type { Page } from '@playwright/test'

/** The transactions list. */
export class TransactionsPage {
  constructor(private readonly page: Page) {}

  /** Searches in all transactions and opens the one with this order reference. */
  async open(orderReference: string): Promise<void> {
    await this.page.goto('/transactions?view=all')
    await this.page.getByRole('searchbox').fill(orderReference)
    await this.page.getByRole('searchbox').press('Enter')
    await this.page
      .getByRole('link', { name: new RegExp(orderReference) })
      .first()
      .click()
    await this.page.waitForURL(/\/transactions\/[0-9a-f-]{36}/)
  }
}
