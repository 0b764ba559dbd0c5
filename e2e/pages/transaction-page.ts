import type { Locator, Page } from '@playwright/test'

/** The page of one transaction. */
export class TransactionPage {
  constructor(readonly page: Page) {}

  get captureButton(): Locator {
    return this.page.getByRole('button', { name: 'Capture', exact: true })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  get history(): Locator {
    return this.page.getByRole('region', { name: 'History' })
  }

  /** Opens the dialog and presses the button that carries the sum. */
  async capture(): Promise<void> {
    await this.captureButton.click()
    await this.dialog.getByRole('button', { name: /^Capture .*\d/ }).click()
  }
}
