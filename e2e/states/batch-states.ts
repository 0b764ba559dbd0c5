import type { Page } from '@playwright/test'
import { SHOWN_REFERENCES } from '../support/shown-payments'
import { waitUntilHydrated } from '../support/wait-until-hydrated'
import { at, type PageState } from './page-state'

/** Order numbers of which some can be captured, one cannot, one is there twice, and one is not there. */
const PASTED = [
  SHOWN_REFERENCES['shown-authorized'],
  SHOWN_REFERENCES['shown-partly'],
  SHOWN_REFERENCES['shown-captured'],
  SHOWN_REFERENCES['shown-authorized'],
  'ORD-00000',
].join('\n')

async function openNew(page: Page): Promise<void> {
  await page.goto('/transactions/batches/new')
  await page.evaluate(() => sessionStorage.clear())
  await page.reload()
  await waitUntilHydrated(page)
}

/** Rehearses the capture of what is pasted. */
async function openRehearsal(page: Page): Promise<void> {
  await openNew(page)
  await page.locator('textarea').fill(PASTED)
  await page.locator('main button[type="submit"]').click()
  await page.waitForURL(/\/transactions\/batches\/[0-9a-f-]{36}/)
  await page.locator('tbody a[href^="/transactions/"]').first().waitFor()
  await waitUntilHydrated(page)
}

/** Batches, and the selection that they begin with. */
export const BATCH_STATES: readonly PageState[] = [
  {
    name: 'list-selected',
    isMain: true,
    open: async (page) => {
      await page.goto('/transactions')
      await waitUntilHydrated(page)
      const ticks = page.locator('tbody [data-tick]')
      await ticks.nth(0).check()
      await ticks.nth(2).check()
      await page.locator('[data-bar] button').first().waitFor()
    },
  },
  { name: 'batches', open: at('/transactions/batches') },
  { name: 'batch-new', isMain: true, open: openNew },
  {
    name: 'batch-new-refused',
    open: async (page) => {
      await openNew(page)
      await page.locator('main button[type="submit"]').click()
      await page.locator('[aria-invalid]').waitFor()
    },
  },
  { name: 'batch-new-viewer', role: 'viewer', open: at('/transactions/batches/new') },
  { name: 'batch-rehearsal', isMain: true, open: openRehearsal },
  {
    name: 'batch-not-found',
    open: at('/transactions/batches/00000000-0000-4000-8000-000000000000'),
  },
]
