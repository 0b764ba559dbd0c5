import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { providerIdOf, sandbox } from '../support/journey'
import { orderReferenceOf } from '../support/journey-payments'

test.beforeEach(async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
})

test('void: staff release a payment with a reason', async ({ page }) => {
  await new TransactionsPage(page).open(orderReferenceOf('void-all'))
  const transaction = new TransactionPage(page)
  await transaction.openFromMenu('Void')
  await expect(transaction.dialog).toContainText(/releases NOK.499\.00 to Test Kunde/)
  const note = transaction.dialog.getByRole('textbox', { name: /^Note/ })
  await expect(note).toHaveAccessibleName('Note (optional)')
  await transaction.dialog.getByLabel('Reason').selectOption('Other')
  await expect(note).toHaveAccessibleName('Note')
  await expect(note).toHaveAttribute('required')
  await transaction.sumButton(/^Void NOK.499\.00$/).click()
  await expect(transaction.dialog).toContainText('Say why in a few words.')
  await note.fill('test order')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: /NOK.499\.00 released/ })).toBeVisible()
  await expect(transaction.captureButton).toBeDisabled()
  const truth = await sandbox().transaction(providerIdOf('void-all'))
  expect(truth.status).toBe('AUTHORIZATION_VOIDED')
})

test('void: after a partial capture only the rest is released', async ({ page }) => {
  await new TransactionsPage(page).open(orderReferenceOf('void-rest'))
  const transaction = new TransactionPage(page)
  await transaction.captureButton.click()
  await transaction.chooseMode('An amount')
  await transaction.dialog.getByRole('textbox', { name: /^Amount/ }).fill('49')
  await transaction.sumButton(/^Capture NOK.49\.00$/).click()
  await expect(page.getByRole('heading', { name: /NOK.49\.00 captured/ })).toBeVisible()

  await transaction.openFromMenu('Void')
  await expect(transaction.dialog).toContainText(/remaining NOK.100\.00.*what is captured stays/)
  await transaction.dialog.getByLabel('Reason').selectOption('Out of stock')
  await transaction.sumButton(/^Void NOK.100\.00$/).click()
  await expect(page.getByRole('heading', { name: /NOK.100\.00 released/ })).toBeVisible()
  const truth = await sandbox().transaction(providerIdOf('void-rest'))
  expect(truth.events.at(-1)).toMatchObject({ event: 'VOID', success: true })
  expect(truth.events.filter(({ event }) => event === 'CAPTURE')).toHaveLength(1)
})
