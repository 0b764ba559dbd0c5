import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { orderReferenceOf } from '../support/journey-payments'

test('bad input: an unknown address gets a page that says so', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  for (const id of [
    '%00',
    '..%2F..',
    'a'.repeat(3_000),
    "1'--",
    '00000000-0000-0000-0000-00000000000g',
  ]) {
    await page.goto(`/transactions/${id}`)
    await expect(page.getByRole('main')).toContainText('There is no such payment')
  }
  await new TransactionsPage(page).open(orderReferenceOf('bad-input'))
  await page.goto(`${page.url()}?dialog=%00&x=${'y'.repeat(3_000)}&x[]=1&__proto__=2`)
  await expect(new TransactionPage(page).captureButton).toBeEnabled()
})

test('bad input: an invalid value in a dialog stays, with its error', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  await new TransactionsPage(page).open(orderReferenceOf('bad-input'))
  const transaction = new TransactionPage(page)
  await transaction.captureButton.click()
  await transaction.chooseMode('An amount')
  const amount = transaction.dialog.getByRole('textbox', { name: /^Amount/ })
  for (const rubbish of ['12,34,56', '-5', '1e3', 'NaN', '٣٤', '9'.repeat(400), '🧦']) {
    await amount.fill(rubbish)
    await page.keyboard.press('Enter')
    await expect(amount).toHaveValue(rubbish)
    await expect(amount).toHaveAttribute('aria-invalid', 'true')
  }
  await transaction.dialog.getByLabel(/^Reference/).fill('z'.repeat(5_000))
  await amount.fill('10')
  await transaction.sumButton(/^Capture NOK.10\.00$/).click()
  await expect(page.getByRole('heading', { name: /NOK.10\.00 captured/ })).toBeVisible()
})
