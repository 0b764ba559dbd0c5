import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'

test('overview: amounts to capture, movements by day and reasons of refunds', async ({ page }) => {
  await new SignInPage(page).signInAs('support')
  await page.goto('/transactions')
  await page.getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  const due = page.getByRole('region', { name: 'To capture, by deadline' })
  await expect(due.getByRole('row').nth(1)).toContainText(/\d NOK|NOK.\d/)

  const days = page.getByRole('region', { name: /^Captured and refunded in NOK/ })
  await expect(days.getByRole('img', { name: /captured and .* refunded/ })).toBeVisible()
  await days.getByText('Every day as a table').click()
  await expect(days.getByRole('table').getByRole('row')).toHaveCount(31)
  await expect(page.getByRole('region', { name: /^Reasons for refunds/ })).toBeVisible()
})
