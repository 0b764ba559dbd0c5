import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { personAs } from '../support/in-review'
import { sandbox } from '../support/journey'
import { createOdd, importByCommand, lineless, nulls, zero } from '../support/odd-payments'
import { expect, test } from '../support/test'

test('import: odd payments are all shown, with words that are true (A4, B1–B9)', async ({
  browser,
}) => {
  test.slow()
  // A second try needs references of its own.
  const { retry } = test.info()
  const number = 7_700_123 + retry
  const ids = [
    await createOdd(`ODD-NULLS-${retry}`, nulls(number)),
    await createOdd(`ODD-LINES-${retry}`, lineless),
    await createOdd(`ODD-ZERO-${retry}`, zero),
    await createOdd(`ODD-LONG-${retry}`, () => ({
      merchant_reference: `ODD-LONG-${retry}${'9'.repeat(4_096)}`,
    })),
  ]
  expect(await importByCommand(ids)).toContain('4 seen, 4 written, 0 malformed')

  const page = await personAs(browser, 'staff')
  const list = new TransactionsPage(page)
  const main = page.getByRole('main')
  const transaction = new TransactionPage(page)
  await list.open(String(number))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Liv Moen')
  await expect(main).toContainText(`Order ${number}`)
  await expect(main.getByRole('link', { name: 'liv.moen@example.com' })).toBeVisible()
  await expect(main).toContainText('The provider keeps no order lines for this payment.')
  const started = transaction.history.getByRole('row').filter({ hasText: 'Payment started' })
  await expect(started).toHaveCount(1)
  await expect(started).not.toContainText('Failed')
  expect(await main.innerText()).not.toMatch(/\u202e|null|undefined/)

  await list.open(`ODD-ZERO-${retry}`)
  await expect(transaction.captureButton).toBeDisabled()
  await expect(main).toContainText('The authorized amount is 0, so there is nothing to move.')
  await expect(main).not.toContainText('voided')
  await page.goto(`/transactions?view=to-capture&q=ODD-ZERO-${retry}`)
  await expect(page.getByRole('row').filter({ hasText: 'ODD-ZERO' })).toHaveCount(0)

  await page.goto(`/transactions?view=all&q=ODD-LONG-${retry}`)
  await page.getByRole('link', { name: /ODD-LONG/ }).click()
  await expect(main).toContainText(/ODD-LONG-\d9{289}…/)

  await list.open(`ODD-LINES-${retry}`)
  await expect(main).toContainText('Liv Moen')
  await expect(main.getByText('Business', { exact: true })).toBeHidden()
  await expect(main).toContainText(/1 Jul 2031|Jul 1, 2031/)
  await transaction.captureButton.click()
  await expect(transaction.dialog.getByRole('radio', { name: 'Choose lines' })).toBeDisabled()
  await transaction.sumButton(/^Capture NOK.100\.00$/).click()
  await expect(page.getByRole('heading', { name: /NOK.100\.00 captured/ })).toBeVisible()
  const { events } = await sandbox().transaction(ids[1] ?? '')
  expect(events.at(-1)).toMatchObject({ event: 'CAPTURE', amount: 100_00 })
  expect(JSON.stringify(events.at(-1)?.items ?? [])).not.toContain('null')
})
