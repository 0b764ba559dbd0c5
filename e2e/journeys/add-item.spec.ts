import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { providerIdOf, sandbox } from '../support/journey'
import { orderReferenceOf } from '../support/journey-payments'

test.beforeEach(async ({ page }) => {
  await new SignInPage(page).signInAs('admin')
})

async function enterGloves(transaction: TransactionPage): Promise<void> {
  await transaction.openFromMenu('Add item')
  await transaction.dialog.getByLabel('Description').fill('Leather gloves')
  await transaction.dialog.getByLabel('Quantity', { exact: true }).fill('2')
  await transaction.dialog.getByLabel(/^Price of one/).fill('100')
}

test('add item: an admin adds one, and the hold is raised', async ({ page }) => {
  await new TransactionsPage(page).open(orderReferenceOf('add-item-approved'))
  const transaction = new TransactionPage(page)
  await enterGloves(transaction)
  await expect(transaction.dialog).toContainText(/Net NOK.160\.00 \+ VAT NOK.40\.00 = NOK.200\.00/)
  await transaction.dialog.getByLabel('Prices include VAT').uncheck()
  await expect(transaction.dialog).toContainText(/Net NOK.200\.00 \+ VAT NOK.50\.00 = NOK.250\.00/)
  await expect(transaction.dialog).toContainText(/from NOK.149\.00 to NOK.399\.00/)
  await transaction.sumButton(/^Raise the hold to NOK.399\.00$/).click()

  await expect(page.getByRole('heading', { name: /order is now NOK.399\.00/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Order items' })).toContainText('Leather gloves')
  const truth = await sandbox().transaction(providerIdOf('add-item-approved'))
  expect(truth.amount).toBe(39900)
  expect(truth.items).toHaveLength(3)

  await transaction.openFromMenu('Add item')
  await transaction.dialog.getByText('Change what is already in the order').click()
  await transaction.dialog.getByRole('button', { name: /^One less.*Leather gloves/ }).click()
  await transaction.sumButton(/^Lower the hold to NOK.274\.00$/).click()
  await expect(page.getByRole('heading', { name: /order is now NOK.274\.00/ })).toBeVisible()
})

test('add item: a refusal by Klarna leaves the old hold', async ({ page }) => {
  await new TransactionsPage(page).open(orderReferenceOf('add-item-refused'))
  const transaction = new TransactionPage(page)
  await enterGloves(transaction)
  await transaction.sumButton(/^Raise the hold to NOK.349\.00$/).click()

  await expect(page.getByRole('heading', { name: /refused the change of the order/ })).toBeVisible()
  await expect(page.getByText('the old hold stand', { exact: false }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Where the money is' })).toContainText('149.00')
  const truth = await sandbox().transaction(providerIdOf('add-item-refused'))
  expect(truth.amount).toBe(14900)
  expect(truth.items).toHaveLength(2)
})

test('add item: after a refusal Klarna accepts a smaller item', async ({ page }) => {
  const transactionId = providerIdOf('add-item-smaller')
  await sandbox().addFault({
    match: { operation: 'authorization', transactionId },
    action: { type: 'refuse' },
  })
  await new TransactionsPage(page).open(orderReferenceOf('add-item-smaller'))
  const transaction = new TransactionPage(page)
  await enterGloves(transaction)
  await transaction.sumButton(/^Raise the hold to NOK.349\.00$/).click()
  await expect(page.getByRole('heading', { name: /refused the change of the order/ })).toBeVisible()

  await enterGloves(transaction)
  await transaction.dialog.getByLabel('Quantity', { exact: true }).fill('1')
  await transaction.sumButton(/^Raise the hold to NOK.249\.00$/).click()
  await expect(page.getByRole('heading', { name: /order is now NOK.249\.00/ })).toBeVisible()
  const truth = await sandbox().transaction(transactionId)
  expect(truth.amount).toBe(24900)
  expect(truth.items).toHaveLength(3)
})

test('extend time: an admin extends the authorization', async ({ page }) => {
  await new TransactionsPage(page).open(orderReferenceOf('extend-time'))
  const transaction = new TransactionPage(page)
  await transaction.openFromMenu('Extend time')
  await expect(transaction.dialog).toContainText(/Klarna holds NOK.1,000\.00 until/)
  await transaction.dialog.getByLabel('Reason').selectOption('Waiting for stock')
  await transaction.sumButton(/^Hold NOK.1,000\.00 longer$/).click()
  await expect(page.getByRole('heading', { name: /NOK.1,000\.00 held longer/ })).toBeVisible()
})
