import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { personAs } from '../support/in-review'
import { orderReferenceOf } from '../support/journey-payments'

test('HTTP exchange: an admin sees request and response; other roles are led past them', async ({
  page,
  browser,
}) => {
  await new SignInPage(page).signInAs('admin')
  await new TransactionsPage(page).open(orderReferenceOf('exchange-desk'))
  const transaction = new TransactionPage(page)
  await transaction.capture()
  await expect(page.getByRole('heading', { name: /NOK.1,000\.00 captured/ })).toBeVisible()
  await transaction.detailsOf('Capture').click()
  await expect(transaction.dialog).toContainText('Request and answer')
  await transaction.dialog.getByText(/^Attempt 1/).click()
  await expect(transaction.dialog.getByRole('region', { name: /^POST .*capture/ })).toContainText(
    '"amount": 100000',
  )
  await expect(transaction.dialog).toContainText('HTTP 200')
  await page.keyboard.press('Escape')
  await expect(transaction.detailsOf('Capture')).toBeFocused()

  const other = await personAs(browser, 'support')
  const requested: string[] = []
  other.on('request', (request) => requested.push(new URL(request.url()).pathname))
  await other.goto(page.url())
  const { history } = new TransactionPage(other)
  await history.getByRole('link', { name: /^Details Capture/ }).click()
  await other.waitForURL(/\/operations\/[0-9a-f-]{36}$/)
  await expect(other.getByRole('main')).not.toContainText('"amount": 100000')
  expect(requested.filter((path) => path.endsWith('/attempts'))).toEqual([])
})

test.describe('HTTP exchange on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the drawer is as wide as the screen, without cut off content', async ({ page }) => {
    await new SignInPage(page).signInAs('admin')
    await new TransactionsPage(page).open(orderReferenceOf('exchange-phone'))
    const transaction = new TransactionPage(page)
    await transaction.capture()
    await transaction.detailsOf('Capture').click()
    await transaction.dialog.getByText(/^Attempt 1/).click()
    await expect(transaction.dialog.getByRole('region', { name: /^POST/ })).toBeVisible()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBe(390)
  })
})
