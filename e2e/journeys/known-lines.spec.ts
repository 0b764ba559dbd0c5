import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { personAs } from '../support/in-review'
import { sandbox } from '../support/journey'
import { sendWebhook } from '../support/send-webhook'
import { createTwoLines, openPayment, TWO_LINES } from '../support/two-lines'
import { expect, test } from '../support/test'

/** A row of the order by its name: what was ordered, captured, refunded, and is left. */
function lineOf(page: Page, name: string): Locator {
  return page.getByRole('region', { name: 'Order items' }).getByRole('row', { name })
}

/** The cells of such a row after its name, as people read them, without the currency. */
async function figuresOf(page: Page, name: string): Promise<readonly string[]> {
  const cells = await lineOf(page, name).getByRole('cell').allInnerTexts()
  return cells.slice(-3).map((text) => /\d[\d.,]*|–|Released/.exec(text)?.[0] ?? text)
}

async function expectFigures(page: Page, name: string, figures: readonly string[]): Promise<void> {
  await expect.poll(() => figuresOf(page, name)).toEqual(figures)
}

async function captureOneWay(transaction: TransactionPage): Promise<void> {
  const { page, dialog } = transaction
  await transaction.captureButton.click()
  await transaction.chooseMode('Choose lines')
  await transaction.quantityOf('Wool socks').fill('2')
  await dialog.getByLabel(/^Reference/).fill('DHL 77-4711')
  await transaction.sumButton(/^Capture NOK.66\.00$/).click()
  await expect(page.getByRole('heading', { name: /NOK.66\.00 captured/ })).toBeVisible()
  await expectFigures(page, 'Wool socks', ['66.00', '–', '33.00'])
}

async function moveAmount(
  transaction: TransactionPage,
  kind: 'Capture' | 'Refund',
  amount: string,
): Promise<void> {
  const { page, dialog } = transaction
  await page.getByRole('button', { name: kind, exact: true }).click()
  await transaction.chooseMode('An amount')
  await dialog.getByRole('textbox', { name: /^Amount/ }).fill(amount)
  if (kind === 'Refund') await dialog.getByLabel('Reason').selectOption('Returned')
  await dialog.getByRole('button', { name: new RegExp(`^${kind} NOK`) }).click()
  const done = kind === 'Capture' ? 'captured' : 'refunded'
  await expect(page.getByRole('heading', { name: `${amount} ${done}` })).toBeVisible()
}

test('lines: what is known by line survives amounts that name no line (H3)', async ({ page }) => {
  test.slow()
  await new SignInPage(page).signInAs('admin')
  const reference = `KNOWN-LINES-${Date.now()}`
  await createTwoLines(reference)
  await openPayment(page, reference)
  const transaction = new TransactionPage(page)
  await captureOneWay(transaction)
  await moveAmount(transaction, 'Capture', '10.00')
  await expectFigures(page, 'Wool socks', ['66.00', '–', '33.00'])
  await expectFigures(page, 'Not tied to a line', ['10.00', '–', '10.00'])

  await transaction.refundButton.click()
  await transaction.chooseMode('Choose lines')
  await transaction.dialog.getByRole('button', { name: /^One more.*Wool socks/ }).click()
  await transaction.dialog.getByLabel('Reason').selectOption('Returned')
  await transaction.sumButton(/^Refund NOK.33\.00$/).click()
  await expect(page.getByRole('heading', { name: /NOK.33\.00 refunded/ })).toBeVisible()
  await expectFigures(page, 'Wool socks', ['66.00', '33.00', '33.00'])
  await moveAmount(transaction, 'Refund', '5.00')
  await expectFigures(page, 'Wool socks', ['66.00', '33.00', '33.00'])
  await expectFigures(page, 'Not tied to a line', ['10.00', '5.00', '10.00'])

  await transaction.refundButton.click()
  await transaction.chooseMode('Choose lines')
  await expect(transaction.dialog).toContainText('1 already refunded')
  await transaction.dialog.getByRole('button', { name: /^One more.*Wool socks/ }).click()
  await expect(transaction.sumButton(/^Refund NOK.33\.00$/)).toBeEnabled()
})

test('lines: history, operation, search and export name the lines and the typed reference (H4, H6)', async ({
  page,
}) => {
  test.slow()
  await new SignInPage(page).signInAs('admin')
  const reference = `NAMED-LINES-${Date.now()}`
  await createTwoLines(reference)
  await openPayment(page, reference)
  const transaction = new TransactionPage(page)
  await captureOneWay(transaction)
  await moveAmount(transaction, 'Capture', '10.00')
  const byLine = transaction.history.getByRole('row').filter({ hasText: '2 × Wool socks' })
  await expect(byLine).toHaveCount(1)
  await expect(byLine).toContainText('Reference DHL 77-4711')
  await expect(byLine).toContainText('66.00')

  await byLine.getByRole('button', { name: /^Details Capture/ }).click()
  await transaction.dialog.getByRole('link').click()
  await page.waitForURL(/\/operations\/[0-9a-f-]{36}$/)
  const references = page.getByRole('region', { name: 'References' })
  await expect(references).toContainText('2 × Wool socks')
  await expect(references).toContainText('DHL 77-4711')
  const totals = page.getByRole('region', { name: /shows$/ })
  await expect(totals.getByRole('row', { name: 'Captured' })).toContainText(/\+NOK.66\.00/)
  await expect(totals.getByText(/^Changed since by something else:/)).toContainText(
    /Captured \+NOK.10\.00/,
  )

  await page.goto('/transactions?view=all&q=dhl+77-4711')
  await expect(page.getByRole('link', { name: reference })).toBeVisible()
  await page.goto(`/transactions?view=all&q=${reference.slice(0, -1)}`)
  await page.getByText('Export', { exact: true }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV for programs' }).click()
  const csv = await readFile(await (await coming).path(), 'utf8')
  expect(csv.split('\r\n').find((row) => row.includes(reference))).toContain(
    '"3 × Wool socks (2 captured), 1 × Home delivery, not tied to a line: NOK',
  )
})

test('lines: history and operation show what a change put into and took out of an order (H6)', async ({
  page,
}) => {
  test.slow()
  await new SignInPage(page).signInAs('admin')
  const reference = `CHANGED-LINES-${Date.now()}`
  await createTwoLines(reference)
  await openPayment(page, reference)
  const transaction = new TransactionPage(page)
  const { dialog, history } = transaction
  await transaction.openFromMenu('Add item')
  await dialog.getByLabel('Description').fill('Leather gloves')
  await dialog.getByLabel('Quantity', { exact: true }).fill('2')
  await dialog.getByLabel(/^Price of one/).fill('100')
  await transaction.sumButton(/^Raise the hold to NOK.348\.00$/).click()
  await expect(history).toContainText('+2 × Leather gloves')

  await transaction.openFromMenu('Add item')
  await dialog.getByText('Change what is already in the order').click()
  await dialog.getByRole('button', { name: /^One less.*Leather gloves/ }).click()
  await transaction.sumButton(/^Lower the hold to NOK.248\.00$/).click()
  const lowered = history.getByRole('row').filter({ hasText: '−1 × Leather gloves' })
  await expect(lowered).toHaveCount(1)
  await expect(history.getByRole('row').filter({ hasText: '+2 × Leather gloves' })).toHaveCount(1)
  await lowered.getByRole('button', { name: /^Details Change of the order/ }).click()
  await dialog.getByRole('link').click()
  await page.waitForURL(/\/operations\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('region', { name: 'References' })).toContainText(
    '−1 × Leather gloves',
  )
})

test('lines: the history shows what was changed in an order at the provider (G2)', async ({
  page,
}) => {
  test.slow()
  await new SignInPage(page).signInAs('staff')
  const reference = `PORTAL-LINES-${Date.now()}`
  const id = await createTwoLines(reference)
  await openPayment(page, reference)
  const wrapping = {
    line_id: '3',
    description: 'Gift wrapping',
    quantity: 2,
    amount: 60_00,
    vat: 25,
  }
  const [socks] = TWO_LINES
  await sandbox().actInPortal(id, { operation: 'update', items: [socks, wrapping] })
  await sendWebhook(id)
  const { history } = new TransactionPage(page)
  const change = history.getByRole('row').filter({ hasText: 'Change of the order' })
  // The open page learns of it by itself.
  await expect(change).toContainText('+2 × Gift wrapping, −1 × Home delivery', { timeout: 30_000 })
  await expect(change).toContainText('Outside Paydesk')
  await expect(change).toContainText('159.00')
  const authorized = history.getByRole('row').filter({ hasText: 'Authorized' })
  await expect(authorized).toHaveCount(1)
  await expect(authorized).toContainText('148.00')
  await expectFigures(page, 'Gift wrapping', ['–', '–', '60.00'])
  await expect(lineOf(page, 'Home delivery')).toHaveCount(0)
})

test('lines: nothing is left of an order of which nothing is held (H12)', async ({ browser }) => {
  test.slow()
  const stamp = Date.now()
  await createTwoLines(`FAILED-LINES-${stamp}`, { status: 'FAILED' })
  await createTwoLines(`VOIDED-LINES-${stamp}`)
  const page = await personAs(browser, 'staff')
  await openPayment(page, `FAILED-LINES-${stamp}`)
  for (const name of ['Wool socks', 'Home delivery', 'Order total']) {
    await expectFigures(page, name, ['–', '–', '–'])
  }
  await openPayment(page, `VOIDED-LINES-${stamp}`)
  await expectFigures(page, 'Wool socks', ['–', '–', '99.00'])
  const transaction = new TransactionPage(page)
  await transaction.openFromMenu('Void')
  await transaction.dialog.getByLabel('Reason').selectOption('Out of stock')
  await transaction.sumButton(/^Void NOK.148\.00$/).click()
  for (const name of ['Wool socks', 'Home delivery', 'Order total']) {
    await expectFigures(page, name, ['–', '–', 'Released'])
  }
})

/** What a refund is told to do, by the method of its payment: before it, and in the history after. */
const ARRIVALS = [
  [
    'klarna.klarna',
    /invoice .* is lowered by NOK.49\.00; what is already paid/,
    /invoice is lowered/,
  ],
  [
    'klarna.billie',
    /invoice .* is lowered by NOK.49\.00; what is already paid/,
    /invoice is lowered/,
  ],
  [
    'collector.invoice',
    /invoice .* is lowered by NOK.49\.00; what is already paid/,
    /invoice is lowered/,
  ],
  ['payex.creditcard', /NOK.49\.00 back .*within 3 to 10 business days/, /between .+ and .+/],
] as const

for (const [index, [method, before, after]] of ARRIVALS.entries()) {
  const tag = index === 0 ? [] : ['@long']
  test(
    `refund: says where its money goes, before it and after it: ${method} (H5)`,
    { tag },
    async ({ page }) => {
      await new SignInPage(page).signInAs('support')
      const reference = `ARRIVAL-${method.toUpperCase()}-${Date.now()}`
      await createTwoLines(reference, { method, status: 'CAPTURED' })
      await openPayment(page, reference)
      const transaction = new TransactionPage(page)
      await transaction.refundButton.click()
      await transaction.chooseMode('Choose lines')
      await transaction.dialog.getByRole('checkbox', { name: /^Home delivery/ }).check()
      await transaction.dialog.getByLabel('Reason').selectOption('Returned')
      await expect(transaction.dialog).toContainText(before)
      await transaction.sumButton(/^Refund NOK.49\.00$/).click()
      await expect(page.getByRole('heading', { name: /NOK.49\.00 refunded/ })).toBeVisible()
      await page.reload()
      await expect(transaction.history.getByRole('row').filter({ hasText: '49.00' })).toContainText(
        after,
      )
    },
  )
}
