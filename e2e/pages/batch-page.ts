import { expect, type Locator, type Page } from '@playwright/test'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

/** The page of a batch, and the one of a new batch. */
export class BatchPage {
  constructor(private readonly page: Page) {}

  /** Rehearses a file of a warehouse. */
  async upload(name: string, content: string | Buffer): Promise<void> {
    await this.page.goto('/transactions/batches/new')
    await waitUntilHydrated(this.page)
    await this.page.getByText('A file', { exact: true }).click()
    await this.choose(name, content)
    await this.rehearse()
  }

  async choose(name: string, content: string | Buffer): Promise<void> {
    const buffer = Buffer.from(content)
    await this.page
      .getByLabel('File of your warehouse (CSV)')
      .setInputFiles({ name, mimeType: 'text/csv', buffer })
  }

  async rehearse(): Promise<void> {
    await this.page.getByRole('button', { name: 'Rehearse', exact: true }).click()
  }

  /** Waits until a rehearsal is shown. */
  async rehearsed(): Promise<void> {
    await this.page.waitForURL(/\/transactions\/batches\/[0-9a-f-]{36}/)
    await this.tabs.waitFor()
    await waitUntilHydrated(this.page)
  }

  get tabs(): Locator {
    return this.page.getByRole('navigation', { name: /^Rows by/ })
  }

  get confirm(): Locator {
    return this.page.getByRole('checkbox', { name: /^I have checked the sum/ })
  }

  get start(): Locator {
    return this.page.getByRole('button', { name: /^(Capture|Refund|Void) \d+ payments?:/ })
  }

  row(order: string): Locator {
    return this.page.getByRole('row').filter({ hasText: order })
  }

  /** The tabs with their counts, without the one of all rows. */
  async counts(): Promise<Readonly<Record<string, number>>> {
    const texts = await this.tabs.getByRole('link').allInnerTexts()
    const parts = texts.map((text) => /^(.*?)\s*([\d,]+)$/s.exec(text.trim()))
    const counts: Record<string, number> = {}
    for (const part of parts) {
      const name = part?.[1] ?? 'All rows'
      if (name !== 'All rows') counts[name] = Number(part?.[2])
    }
    return counts
  }

  async ended(): Promise<void> {
    await expect(this.page.getByText('Ended: no row waits any more.')).toBeVisible({
      timeout: 60_000,
    })
  }
}
