import { test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { COLOUR_SCHEMES } from '../support/colour-schemes'
import { expectAccessible } from '../support/expect-accessible'
import { orderReferenceOf } from '../support/journey-payments'

test('accessibility: list and payment on a wide screen, with visible words in each name (D4)', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('staff')
  await page.goto('/transactions')
  await expectAccessible(page)
  await new TransactionsPage(page).open(orderReferenceOf('may-not'))
  await expectAccessible(page)
})

for (const { colorScheme, tag } of COLOUR_SCHEMES) {
  test.describe(colorScheme, { tag }, () => {
    test.use({ colorScheme })

    test('accessibility: dialogs of a partly captured payment that lack entries', async ({
      page,
    }) => {
      test.slow()
      await new SignInPage(page).signInAs('admin')
      await new TransactionsPage(page).open(orderReferenceOf(`accessible-refund-${colorScheme}`))
      const transaction = new TransactionPage(page)
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
