import type { Locator, Page } from '@playwright/test'

/** The operations page, and the page of one operation that it leads to. */
export class OperationsPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/operations')
  }

  /** The row of an open operation. */
  row(orderReference: string): Locator {
    return this.page.getByRole('row').filter({ hasText: orderReference })
  }

  /** Reloads the page until an operation is in a state, and opens its detail page. */
  async openDetail(orderReference: string, state: string): Promise<void> {
    const row = this.row(orderReference).filter({ hasText: state })
    for (;;) {
      await this.open()
      if (await row.isVisible()) break
      await this.page.waitForTimeout(500)
    }
    await row.getByRole('link').first().click()
    await this.page.waitForURL(/\/operations\/[0-9a-f-]{36}/)
  }

  get form(): Locator {
    return this.page.getByRole('form', { name: 'Decision' })
  }

  /** Fills in the verdict and its reason, and submits with the button that shows the amount. */
  async decide(verdict: string, reason: string): Promise<void> {
    await this.form.getByRole('radio', { name: verdict }).check()
    await this.form.getByLabel('How do you know?').fill(reason)
    await this.form.getByRole('button', { name: /\d/ }).click()
  }
}
