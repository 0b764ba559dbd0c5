import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { orderReferenceOf } from '../support/story-payments'

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('sign-in', async ({ page }) => {
      await page.goto('/sign-in')
      await expectAccessible(page)
    })

    test('list, with and without a result', async ({ page }) => {
      await new SignInPage(page).signInAs('staff')
      await expectAccessible(page)
      await page.goto('/transactions?view=all&q=nothing-like-this')
      await expect(page.getByRole('searchbox')).toHaveValue('nothing-like-this')
      await expectAccessible(page)
    })

    test('transaction, dialog and result', async ({ page }) => {
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
  })
}
