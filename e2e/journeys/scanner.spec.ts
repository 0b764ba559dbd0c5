import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { providerIdOf, sandbox } from '../support/journey'
import { orderReferenceOf, type JourneyPayment } from '../support/journey-payments'
import { expect, test } from '../support/test'

async function expectNoCapture(name: JourneyPayment): Promise<void> {
  const { events } = await sandbox().transaction(providerIdOf(name))
  expect(events.filter(({ event }) => event === 'CAPTURE')).toEqual([])
}

test.beforeEach(async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
})

test('lines: half a piece is not captured where the order has whole pieces (H11)', async ({
  page,
}) => {
  await new TransactionsPage(page).open(orderReferenceOf('whole-pieces'))
  const transaction = new TransactionPage(page)
  await transaction.captureButton.click()
  await transaction.chooseMode('Choose lines')
  await transaction.quantityOf('Wool socks').fill('0.5')
  await expect(transaction.dialog).toContainText('Whole pieces only.')
  await transaction.dialog.getByRole('button', { name: /^Capture/ }).click()
  await expect(transaction.quantityOf('Wool socks')).toBeFocused()
  await expectNoCapture('whole-pieces')
})

test('reference: Enter of a hand scanner moves on and captures nothing (H11)', async ({ page }) => {
  await new TransactionsPage(page).open(orderReferenceOf('scanned'))
  const transaction = new TransactionPage(page)
  await transaction.captureButton.click()
  await transaction.dialog.getByLabel(/^Reference/).focus()
  await page.keyboard.type('370712345678901234')
  await page.keyboard.press('Enter')
  const submit = transaction.sumButton(/^Capture NOK.149\.00$/)
  await expect(submit).toBeFocused()
  await expect(transaction.dialog).toBeVisible()
  await expectNoCapture('scanned')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /NOK.149\.00 captured/ })).toBeVisible()
})
