import type { Page } from '@playwright/test'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

/** The transactions list. */
export class TransactionsPage {
  constructor(private readonly page: Page) {}

  /** Opens the payment with this order reference: searching for a whole reference leads to it. */
  async open(orderReference: string): Promise<void> {
    await this.page.goto(`/transactions?q=${orderReference}`)
    await this.page.waitForURL(/\/transactions\/[0-9a-f-]{36}/)
    await this.page.getByRole('heading', { level: 1 }).filter({ hasText: /\d/ }).waitFor()
    await waitUntilHydrated(this.page)
  }
}
