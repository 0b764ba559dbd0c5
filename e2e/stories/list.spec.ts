import { expect, test } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import { orderReferenceOf } from '../support/story-payments'

test('an amount is found however it is written', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  for (const amount of ['1 249,00', '1,249.00', '1249']) {
    await page.goto(`/transactions?q=${encodeURIComponent(amount)}`)
    const row = page.getByRole('row').filter({ hasText: orderReferenceOf('capture-all') })
    await expect(row).toContainText(/1,249\.00.NOK/)
  }
})

test('what the address asks for and the list does not know is named', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  await page.goto('/transactions?view=elsewhere&status=nonsense')
  await expect(page.getByRole('status').first()).toHaveText(
    'Not understood and left out: view “elsewhere”, status “nonsense”.',
  )
})
