import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { COLOUR_SCHEMES } from '../support/colour-schemes'
import { expectAccessible } from '../support/expect-accessible'
import { orderReferenceOf } from '../support/journey-payments'

for (const { colorScheme, tag } of COLOUR_SCHEMES) {
  test.describe(colorScheme, { tag }, () => {
    test.use({ colorScheme })

    test('accessibility: sign-in', async ({ page }) => {
      await page.goto('/sign-in')
      await expectAccessible(page)
    })

    test('accessibility: list, with and without a result', async ({ page }) => {
      await new SignInPage(page).signInAs('staff')
      await page.goto('/transactions')
      await expectAccessible(page)
      await page.goto('/transactions?view=all&q=nothing-like-this')
      await expect(page.getByRole('searchbox')).toHaveValue('nothing-like-this')
      await expectAccessible(page)
    })

    test('accessibility: payment, dialog and result', async ({ page }) => {
      await new SignInPage(page).signInAs('staff')
      await new TransactionsPage(page).open(orderReferenceOf(`accessible-${colorScheme}`))
      const transaction = new TransactionPage(page)
      await expect(transaction.captureButton).toBeVisible()
      await expectAccessible(page)
      await transaction.captureButton.click()
      await expect(transaction.dialog).toBeVisible()
      await expectAccessible(page)
      await transaction.dialog.getByRole('button', { name: /^Capture .*\d/ }).click()
      await expect(transaction.dialog).toBeHidden()
      await expectAccessible(page)
    })

    test('accessibility: dialogs of a partly captured payment', async ({ page }) => {
      test.slow()
      await new SignInPage(page).signInAs('admin')
      await new TransactionsPage(page).open(orderReferenceOf(`accessible-refund-${colorScheme}`))
      const transaction = new TransactionPage(page)
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await transaction.captureButton.click()
      await transaction.chooseMode('An amount')
      await page.keyboard.press('Enter')
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await transaction.refundButton.click()
      await transaction.chooseMode('Choose lines')
      await transaction.dialog.getByRole('checkbox', { name: 'Pick all lines' }).check()
      await page.keyboard.press('Enter')
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      for (const name of ['Void', 'Add item', 'Extend time'] as const) {
        await transaction.openFromMenu(name)
        await transaction.dialog.locator('button[type=submit]').click()
        await expectAccessible(page)
        await page.keyboard.press('Escape')
      }
    })
  })
}
