import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { expectAccessible } from '../support/expect-accessible'

const STORED_CARD = 'DEMO-OPP-STORED-CARD'
const PREPAYMENT = 'DEMO-OPP-PREPAYMENT'

test('standalone operations: an admin charges again, and pays out to the stored card', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('admin')
  await new TransactionsPage(page).open(STORED_CARD)
  const transaction = new TransactionPage(page)

  await transaction.openFromMenu('Charge again')
  await expect(transaction.dialog).toContainText('Open Payment Platform calls this “rebill (RB)”.')
  await transaction.dialog.getByRole('textbox', { name: /^Amount/ }).fill('12.50')
  await expect(transaction.dialog).toContainText(
    /takes .*12\.50 more from .*who is not asked again/,
  )
  await expectAccessible(page)
  await transaction.sumButton(/^Charge another .*12\.50$/).click()
  await expect(transaction.dialog).toContainText('Pick a reason.')
  await transaction.dialog.getByLabel('Reason').selectOption('Added later')
  await transaction.sumButton(/^Charge another .*12\.50$/).click()
  await expect(page.getByRole('heading', { name: /Another .*12\.50 charged/ })).toBeVisible()
  await expect(transaction.history).toContainText('Another charge')

  await transaction.openFromMenu('Pay out')
  await transaction.dialog.getByRole('textbox', { name: /^Amount/ }).fill('1')
  await expect(transaction.dialog).toContainText(/is not set against what was captured/)
  await transaction.dialog.getByLabel('Reason').selectOption('Goodwill')
  await transaction.sumButton(/^Pay out .*1\.00$/).click()
  await expect(page.getByRole('heading', { name: /1\.00 paid out/ })).toBeVisible()
  await expect(transaction.history).toContainText('Payout')
  await expect(transaction.history).toContainText('calls this “stand-alone credit (CD)”.')
})

test('standalone operations: an admin confirms a bank transfer', async ({ page }) => {
  await new SignInPage(page).signInAs('admin')
  await new TransactionsPage(page).open(PREPAYMENT)
  const transaction = new TransactionPage(page)
  await transaction.openFromMenu('Confirm transfer')
  await transaction.dialog.getByRole('textbox', { name: /^Amount/ }).fill('10')
  await transaction.dialog.getByLabel('Reason').selectOption('Seen on the bank account')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /Transfer of .*10\.00 confirmed/ })).toBeVisible()
})

test('standalone operations: support sees which role can do them', async ({ page }) => {
  await new SignInPage(page).signInAs('support')
  await new TransactionsPage(page).open(STORED_CARD)
  await new TransactionPage(page).openMenu()
  for (const name of ['Charge again', 'Pay out']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeDisabled()
  }
  await expect(page.getByText(/may not charge a customer again\. Ask Admin\./)).toBeVisible()
  await expect(page.getByText(/may not pay out to a stored card\. Ask Admin\./)).toBeVisible()
})
