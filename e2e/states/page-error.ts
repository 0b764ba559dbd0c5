import type { Page } from '@playwright/test'
import { blockTable } from '../support/blocked-table'

/** Long enough to look at, shorter than what the application waits for. */
const VISIBLE_MS = 4_000

/** Goes to a page while it cannot be read yet. */
export async function openBlocked(page: Page): Promise<void> {
  const release = await blockTable('transactions')
  await page.goto('/overview', { waitUntil: 'commit' })
  await page.locator('main [role="status"]').first().waitFor()
  // What is being read is drawn only when it takes a while.
  await page.waitForTimeout(1_000)
  setTimeout(() => void release(), VISIBLE_MS)
}

/** Goes to a page that cannot be read at all. */
export async function openFailing(page: Page): Promise<void> {
  const release = await blockTable('transactions')
  try {
    await page.goto('/overview', { waitUntil: 'commit' })
    await page.getByRole('main').getByRole('alert').waitFor({ timeout: 60_000 })
  } finally {
    await release()
  }
}
