import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionsPage } from '../pages/transactions-page'
import { firstLoad } from '../support/first-load'
import { orderReferenceOf } from '../support/journey-payments'

/** JavaScript that a page may load before it is interactive, in KB of gzip. It may only fall. */
const BUDGET_KB = { list: 162, payment: 170 } as const

test('size budget: list and payment stay within their JavaScript', async ({ page }) => {
  await new SignInPage(page).signInAs('admin')
  await page.goto('/transactions')
  const list = await firstLoad(page)
  await new TransactionsPage(page).open(orderReferenceOf('by-key'))
  const payment = await firstLoad(page)
  const loads = { list, payment }
  for (const name of ['list', 'payment'] as const) {
    const { scripts, rawBytes, gzipBytes } = loads[name]
    const figures = `${kilobytes(gzipBytes)} KB gzip, ${kilobytes(rawBytes)} KB raw`
    console.log(`First-load JavaScript of the ${name}: ${figures}, ${String(scripts)} scripts`)
    expect(scripts).toBeGreaterThan(0)
    expect(gzipBytes / 1024, `${name}: ${figures}`).toBeLessThanOrEqual(BUDGET_KB[name])
  }
})

function kilobytes(bytes: number): string {
  return String(Math.round(bytes / 102.4) / 10)
}
