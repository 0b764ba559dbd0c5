import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { personAs } from '../support/in-review'
import { orderReferenceOf } from '../support/journey-payments'
import { expect, test } from '../support/test'

test('details: staff are led to what they may see of an operation (H13)', async ({ browser }) => {
  const page = await personAs(browser, 'staff')
  await new TransactionsPage(page).open(orderReferenceOf('may-not'))
  const transaction = new TransactionPage(page)
  await transaction.capture()
  await expect(page.getByRole('heading', { name: /NOK.1,000\.00 captured/ })).toBeVisible()
  await transaction.history.getByRole('link', { name: /^Details Capture/ }).click()
  await page.waitForURL(/\/operations\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Capture')
})

test('export: staff are told before the click that they may not, and who may (H13)', async ({
  browser,
}) => {
  const page = await personAs(browser, 'staff')
  await page.goto('/transactions')
  const button = page.getByRole('button', { name: 'Export', exact: true })
  await expect(button).toBeDisabled()
  await expect(button).toHaveAccessibleDescription(/may not export lists\. Ask Support or Admin\./)
})
