import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { providerIdOf, sandbox } from '../support/journey'
import { orderReferenceOf } from '../support/journey-payments'

test.describe('refund on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('support refund one line with a reason', async ({ page }) => {
    await new SignInPage(page).signInAs('support')
    await new TransactionsPage(page).open(orderReferenceOf('refund-line'))
    const transaction = new TransactionPage(page)
    await transaction.refundButton.click()
    await transaction.chooseMode('Choose lines')
    await transaction.dialog.getByRole('button', { name: /^One more.*Wool socks/ }).click()
    await transaction.sumButton(/^Refund NOK.33\.33$/).click()
    await expect(transaction.dialog).toContainText('Pick a reason.')
    await transaction.dialog.getByLabel('Reason').selectOption('Returned')
    await transaction.dialog.getByLabel('Note').fill('one pair too small')
    await expect(transaction.dialog).toContainText(/invoice .* is lowered by NOK.33\.33/)
    await transaction.sumButton(/^Refund NOK.33\.33$/).click()

    await expect(page.getByRole('heading', { name: /NOK.33\.33 refunded/ })).toBeVisible()
    const truth = await sandbox().transaction(providerIdOf('refund-line'))
    expect(truth.status).toBe('PARTIALLY_REFUNDED')
    expect(truth.events.at(-1)).toMatchObject({
      event: 'REFUND',
      amount: 3333,
      items: [{ line_id: '1', quantity: 1 }],
    })

    await transaction.refundButton.click()
    await transaction.chooseMode('Choose lines')
    await expect(transaction.dialog).toContainText('1 already refunded')
  })
})

test('refund: staff see that they cannot, and which role can', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  await new TransactionsPage(page).open(orderReferenceOf('refund-not-permitted'))
  const transaction = new TransactionPage(page)
  await expect(transaction.refundButton).toBeDisabled()
  await expect(page.getByText('may not refund. Ask Support or Admin.')).toBeVisible()
})
