import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { personAs } from '../support/in-review'
import { orderReferenceOf } from '../support/journey-payments'

test('notes: a note stays while it cannot be sent, and is stored once', async ({ page }) => {
  await new SignInPage(page).signInAs('support')
  await new TransactionsPage(page).open(orderReferenceOf('notes'))
  const transaction = new TransactionPage(page)
  const rows = transaction.history.getByRole('row').filter({ hasText: 'Blue ones' })

  await transaction.addNote.click()
  await expect(transaction.history).toContainText('Write something first.')
  await transaction.note.fill('x'.repeat(2_001))
  await transaction.addNote.click()
  await expect(transaction.history).toContainText('1 character too many')
  await expect(transaction.note).toHaveValue('x'.repeat(2_001))

  await page.route('**/transactions/**', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  )
  await transaction.writeNote('Blue ones, please.\n<b>Not red</b>')
  await expect(transaction.history).toContainText('What you wrote is still here')
  await expect(transaction.note).toHaveValue('Blue ones, please.\n<b>Not red</b>')
  await page.unroute('**/transactions/**')
  await transaction.addNote.click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(/Note.*<b>Not red<\/b>.*Jonas Berg/s)
  await expect(transaction.note).toHaveValue('')
  await page.reload()
  await expect(rows).toHaveCount(1)
})

test('notes: a viewer sees why there is no field', async ({ browser }) => {
  const page = await personAs(browser, 'viewer')
  await new TransactionsPage(page).open(orderReferenceOf('notes'))
  const transaction = new TransactionPage(page)
  await expect(transaction.history).toContainText(
    'may not write notes. Ask Merchant staff, Support or Admin.',
  )
  await expect(transaction.note).toBeHidden()
})
