import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { providerIdOf, sandbox } from '../support/journey'
import { orderReferenceOf } from '../support/journey-payments'

async function captureCount(transactionId: string): Promise<number> {
  const { events } = await sandbox().transaction(transactionId)
  return events.filter((event) => event.event === 'CAPTURE').length
}

test.beforeEach(async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
})

test('capture: staff find an authorized Klarna payment and capture it', async ({ page }) => {
  await new TransactionsPage(page).open(orderReferenceOf('capture-all'))
  const transaction = new TransactionPage(page)
  await transaction.captureButton.click()
  await expect(transaction.dialog).toContainText('nothing stays held')
  await transaction.dialog.getByRole('button', { name: /Capture NOK.1,249\.00/ }).click()

  await expect(page.getByText(/NOK.1,249\.00 captured/).first()).toBeVisible()
  await expect(transaction.dialog).toBeHidden()
  await expect(transaction.history).toContainText('Capture')
  await expect(transaction.history).toContainText('Anna Lie')
  const truth = await sandbox().transaction(providerIdOf('capture-all'))
  expect(truth.status).toBe('CAPTURED')

  await page.reload()
  await expect(transaction.captureButton).toBeDisabled()
  await expect(transaction.history).toContainText('Capture')
})

test('capture: a refusal is shown with its reason, and no money moved', async ({ page }) => {
  await new TransactionsPage(page).open(orderReferenceOf('capture-refused'))
  await new TransactionPage(page).capture()
  await expect(page.getByText('No money moved', { exact: false }).first()).toBeVisible()
  const truth = await sandbox().transaction(providerIdOf('capture-refused'))
  expect(truth.status).toBe('AUTHORIZED')
})

test('capture: a lost response is shown as unknown, and the open page gets the outcome', async ({
  page,
}) => {
  test.slow()
  const transactionId = providerIdOf('capture-lost')
  await sandbox().addFault({
    match: { operation: 'capture', transactionId },
    action: { type: 'drop', when: 'after' },
  })
  await new TransactionsPage(page).open(orderReferenceOf('capture-lost'))
  const transaction = new TransactionPage(page)
  await transaction.capture()
  await expect(page.getByRole('heading', { name: /We don.t know yet/ })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: /We don.t know yet/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: /We don.t know yet/ })).toBeHidden({
    timeout: 40_000,
  })
  await expect(page.getByText(/NOK.1,000\.00 captured/).first()).toBeVisible()
  expect(await captureCount(transactionId)).toBe(1)
})

test('capture: a double click, a reload and a second tab make one capture', async ({
  page,
  context,
}) => {
  const transactionId = providerIdOf('capture-twice')
  await sandbox().addFault({
    match: { operation: 'capture', transactionId },
    action: { type: 'delay', beforeMs: 1500 },
  })
  await new TransactionsPage(page).open(orderReferenceOf('capture-twice'))
  const first = new TransactionPage(page)
  const tab = await context.newPage()
  await tab.goto(page.url())
  const second = new TransactionPage(tab)

  await first.captureButton.click()
  await second.captureButton.click()
  // Together; the second tab may learn of the first one's capture before its click arrives.
  await Promise.all([
    first.sumButton(/^Capture .*\d/).dblclick(),
    second
      .sumButton(/^Capture .*\d/)
      .click({ timeout: 5_000 })
      .catch(() => undefined),
  ])
  const submit = second.dialog.locator('button[type=submit]')
  await expect(submit).toBeDisabled()
  // A press that comes too late meets the same button, and the dialog says why it does nothing.
  await submit.click({ force: true })
  await expect(second.dialog.getByRole('alert')).toContainText(/captur/i)
  await page.reload()
  await expect(page.getByText(/NOK.1,000\.00 captured/).first()).toBeVisible({ timeout: 20_000 })
  await tab.reload()
  await expect(second.captureButton).toBeDisabled()
  expect(await captureCount(transactionId)).toBe(1)
})

test('payment page: an unknown id gets a page that says so', async ({ page }) => {
  for (const id of ['not-an-id', '00000000-0000-4000-8000-000000000000']) {
    await page.goto(`/transactions/${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('main')).toContainText(/no .*(payment|transaction)|not found/i)
  }
})
