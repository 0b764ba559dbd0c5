import type { Page } from '@playwright/test'

/** The transactions list. */
export class TransactionsPage {
  constructor(private readonly page: Page) {}

  /** Goes to the one with this order reference, which the search box does for exact ones. */
  async open(orderReference: string): Promise<void> {
    await this.page.goto('/transactions')
    await this.page.getByRole('searchbox').fill(orderReference)
    await this.page.getByRole('searchbox').press('Enter')
    await this.page.waitForURL(/\/transactions\/[0-9a-f-]{36}/)
  }
}
