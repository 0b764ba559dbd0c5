import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { providerIdOf, sandbox } from '../support/journey'
import { orderReferenceOf } from '../support/journey-payments'

test.beforeEach(async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
})

test('capture: staff capture one line of two by quantity, then the rest', async ({ page }) => {
  await new TransactionsPage(page).open(orderReferenceOf('capture-lines'))
  const transaction = new TransactionPage(page)
  await transaction.captureButton.click()
  await transaction.chooseMode('Choose lines')
  await transaction.quantityOf('Wool socks').fill('2')
  await expect(transaction.dialog).toContainText('partly captured')
  await transaction.sumButton(/^Capture NOK.66\.67$/).click()
  await expect(page.getByRole('heading', { name: /NOK.66\.67 captured/ })).toBeVisible()

  const half = await sandbox().transaction(providerIdOf('capture-lines'))
  expect(half.status).toBe('PARTIALLY_CAPTURED')
  expect(half.events.at(-1)).toMatchObject({
    event: 'CAPTURE',
    amount: 6667,
    items: [{ line_id: '1', quantity: 2, amount: 6667 }],
  })

  await transaction.captureButton.click()
  await transaction.chooseMode('Choose lines')
  await expect(transaction.dialog).toContainText('2 already captured')
  await transaction.dialog.getByRole('checkbox', { name: 'Pick all lines' }).check()
  await transaction.sumButton(/^Capture NOK.82\.33$/).click()
  await expect(page.getByRole('heading', { name: /NOK.82\.33 captured/ })).toBeVisible()
  const whole = await sandbox().transaction(providerIdOf('capture-lines'))
  expect(whole.status).toBe('CAPTURED')
})

test('capture: an amount is parsed in common formats and never exceeds the hold', async ({
  page,
}) => {
  await new TransactionsPage(page).open(orderReferenceOf('capture-amount'))
  const transaction = new TransactionPage(page)
  await transaction.captureButton.click()
  await transaction.chooseMode('An amount')
  const amount = transaction.dialog.getByRole('textbox', { name: /^Amount/ })
  await amount.fill('1 490,00')
  await expect(transaction.dialog).toContainText(/too much: NOK.149\.00 is held/)
  await page.keyboard.press('Enter')
  await expect(amount).toHaveValue('1 490,00')
  await amount.fill('10.')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /NOK.10\.00 captured/ })).toBeVisible()

  await transaction.captureButton.click()
  await expect(transaction.dialog.getByRole('radio', { name: 'Choose lines' })).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(transaction.dialog).toBeHidden()
  await expect(transaction.captureButton).toBeFocused()
})

test('capture: a dialog with an outdated amount shows the change and asks for confirmation', async ({
  page,
  context,
}) => {
  await new TransactionsPage(page).open(orderReferenceOf('capture-overtaken'))
  const first = new TransactionPage(page)
  // The first page does not learn of the capture by itself.
  await page.route('**/version', (route) => route.abort())
  const tab = await context.newPage()
  await tab.goto(page.url())
  const second = new TransactionPage(tab)

  await first.captureButton.click()
  await first.chooseMode('Choose lines')
  await first.dialog.getByRole('checkbox', { name: 'Pick all lines' }).check()
  await second.captureButton.click()
  await second.chooseMode('Choose lines')
  await second.quantityOf('Wool socks').fill('2')
  await second.sumButton(/^Capture NOK.66\.67$/).click()
  await expect(tab.getByRole('heading', { name: /NOK.66\.67 captured/ })).toBeVisible()

  await first.sumButton(/^Capture NOK.149\.00$/).click()
  await expect(first.dialog).toContainText(/NOK.66\.67 was captured/)
  await expect(first.dialog).toContainText('Only 1 left')
  const before = await sandbox().transaction(providerIdOf('capture-overtaken'))
  expect(before.events.filter(({ event }) => event === 'CAPTURE')).toHaveLength(1)

  await first.quantityOf('Wool socks').fill('1')
  await first.sumButton(/^Capture NOK.82\.33$/).click()
  await expect(page.getByRole('heading', { name: /NOK.82\.33 captured/ })).toBeVisible()
  const truth = await sandbox().transaction(providerIdOf('capture-overtaken'))
  expect(truth.status).toBe('CAPTURED')
})
