import { at, type PageState } from './page-state'

/** The list of transactions. */
export const LIST_STATES: readonly PageState[] = [
  { name: 'list-to-capture', isMain: true, open: at('/transactions') },
  { name: 'list-expiring', isMain: true, open: at('/transactions?view=expiring') },
  {
    name: 'list-expiring-passed',
    isMain: true,
    open: async (page) => {
      await page.goto('/transactions?view=expiring&currency=SEK')
      const passed = page.locator('main details').last()
      await passed.locator('summary').click()
      await passed.scrollIntoViewIfNeeded()
    },
  },
  { name: 'list-by-deadline', open: at('/transactions?view=to-capture&sort=deadline') },
  {
    name: 'list-filter-panel',
    open: async (page) => {
      await page.goto('/transactions?view=to-capture&due=week')
      await page.locator('main details summary').first().click()
    },
  },
  { name: 'list-attention', isMain: true, open: at('/transactions?view=attention') },
  { name: 'list-captured', open: at('/transactions?view=captured') },
  { name: 'list-refunded', open: at('/transactions?view=refunded') },
  { name: 'list-all', open: at('/transactions?view=all') },
  { name: 'list-search', open: at('/transactions?q=hansen') },
  { name: 'list-empty', open: at('/transactions?q=nothing-like-this') },
  { name: 'list-filtered', open: at('/transactions?view=all&currency=SEK&status=authorized') },
  {
    name: 'list-nothing-left',
    open: at('/transactions?view=expiring&status=partially_captured_refunded&currency=ISK'),
  },
  { name: 'list-viewer', role: 'viewer', open: at('/transactions') },
]
