import type { Page } from '@playwright/test'
import { blockTable } from '../support/blocked-table'

/** Long enough for a screenshot, shorter than the application's time limit. */
const VISIBLE_MS = 4_000

/** Opens a page whose data cannot be read yet. */
export async function openBlocked(page: Page): Promise<void> {
  const release = await blockTable('transactions')
  await page.goto('/overview', { waitUntil: 'commit' })
  await page.locator('main [role="status"]').first().waitFor()
  // The loading state is rendered only after a while.
  await page.waitForTimeout(1_000)
  setTimeout(() => void release(), VISIBLE_MS)
}

/** Opens a page whose data cannot be read at all. */
export async function openFailing(page: Page): Promise<void> {
  const release = await blockTable('transactions')
  try {
    await page.goto('/overview', { waitUntil: 'commit' })
    await page.getByRole('main').getByRole('alert').waitFor({ timeout: 60_000 })
  } finally {
    await release()
  }
}
