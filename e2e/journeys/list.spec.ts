import { readFile } from 'node:fs/promises'
import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { importByWebhook } from '../support/send-webhook'
import { expectAccessible } from '../support/expect-accessible'
import { sandbox } from '../support/journey'
import { orderReferenceOf } from '../support/journey-payments'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

test('list: an amount is found in each common format', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  for (const amount of ['1 249,00', '1,249.00', '1249']) {
    await page.goto(`/transactions?q=${encodeURIComponent(amount)}`)
    const row = page.getByRole('row').filter({ hasText: orderReferenceOf('capture-all') })
    await expect(row).toContainText(/1,249\.00.NOK/)
  }
})

test('list: an unknown filter in the address is named', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  await page.goto('/transactions?view=elsewhere&status=nonsense')
  await expect(page.getByRole('status').first()).toHaveText(
    'Not understood and left out: view “elsewhere”, status “nonsense”.',
  )
})

test('list: search, filter, saved view, export and return', async ({ page }) => {
  await new SignInPage(page).signInAs('admin')
  const reference = orderReferenceOf('capture-all')
  const part = reference.slice(0, -1)
  await page.goto('/transactions')
  await page.getByRole('searchbox').fill(part)
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByText(`Matches for “${part}”`)).toBeVisible()

  await page.getByText('Filter', { exact: true }).click()
  await page.getByLabel('Currency').selectOption('NOK')
  await page.getByLabel('Amount from').fill('1 249,00')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/view=all&currency=NOK&min=1249\.00&q=\w/)
  const chips = page.getByRole('list', { name: 'Filters in use' })
  await expect(chips.getByRole('link')).toHaveText(['NOK', 'At least NOK 1,249.00', 'Clear all'])
  await expect(page.getByRole('link', { name: reference })).toBeVisible()

  await page.getByText('Saved views', { exact: true }).click()
  const name = `View ${Date.now()}`
  await page.getByLabel('Name of this list').fill(name)
  await page.getByLabel('Share with everybody').check()
  await page.getByRole('button', { name: 'Save this list' }).click()
  await expect(page.getByRole('link', { name })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByText('Export', { exact: true }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV for programs' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/-all-.*\.csv$/)
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n')
  expect(lines[0]).toContain('Created (Europe/Oslo)')
  expect(lines[1]).toContain(reference)
  expect(lines[1]).toContain('1249.00')
  await page.keyboard.press('Escape')

  const address = page.url()
  await page.getByRole('link', { name: reference }).click()
  await page.waitForURL(/transactions\/[0-9a-f-]{36}/)
  await page.goBack()
  await expect(page).toHaveURL(address)
  await expect(page.getByRole('searchbox')).toHaveValue(part)

  await page.goto('/transactions')
  await page.getByText('Saved views', { exact: true }).click()
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('link', { name: 'Remove this filter: NOK' })).toBeVisible()
  await page.getByText('Saved views', { exact: true }).click()
  await page.getByRole('button', { name: `Remove ${name}` }).click()
  await expect(page.getByRole('link', { name })).toHaveCount(0)
})

test('list: an exact reference opens its payment, and Back returns to the list', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('staff')
  await page.goto('/transactions?view=captured')
  await page.getByRole('searchbox').fill(orderReferenceOf('capture-all'))
  await page.getByRole('searchbox').press('Enter')
  await page.waitForURL(/transactions\/[0-9a-f-]{36}/)
  await page.goBack()
  await expect(page).toHaveURL(/view=captured/)
})

test('list: a new payment is announced, and the rows stay until it is requested', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('staff')
  await page.clock.install()
  await page.goto('/transactions?view=all')
  await waitUntilHydrated(page)
  const reference = `JUST-PAID-${Date.now()}`
  const { id } = await sandbox().createTransaction({ reference })
  await importByWebhook(id)
  const row = page.getByRole('link', { name: new RegExp(reference) })
  const pill = page.getByRole('button', { name: /\d new payments?$/ })
  // The list polls every 15 seconds, which the page's clock passes at once.
  await page.clock.fastForward(16_000)
  await expect(pill).toBeVisible()
  await expect(row).toHaveCount(0)
  await pill.click()
  await expect(row).toBeVisible()
  await expect(pill).toBeHidden()
})

test('list: exact matches come first; all matches are a click away', async ({ page }) => {
  const ids: string[] = []
  for (const reference of ['ENDS-47110', '47110-BEGINS']) {
    ids.push((await sandbox().createTransaction({ reference })).id)
  }
  await importByWebhook(...ids)
  await new SignInPage(page).signInAs('staff')
  const named = page.getByRole('link', { name: /ENDS-47110/ })
  const everything = page.getByRole('link', { name: 'Search everything that contains it' })
  await page.goto('/transactions?view=all&q=47110')
  await expect(named).toBeVisible()
  await expect(everything).toBeVisible()
  const other = page.getByRole('link', { name: /47110-BEGINS/ })
  await expect(other).toHaveCount(0)
  await expectAccessible(page)
  await everything.click()
  await expect(other).toBeVisible()
  await expect(named).toBeVisible()
})

test('list: a refused export shows the reason beside its button', async ({ page }) => {
  await new SignInPage(page).signInAs('admin')
  await page.goto('/transactions')
  await waitUntilHydrated(page)
  await page.getByText('Export', { exact: true }).click()
  await page.context().clearCookies()
  const button = page.getByRole('button', { name: 'CSV for programs' })
  await button.click()
  const refusal = page.getByRole('alert').filter({ hasText: 'You are not signed in any more.' })
  await expect(refusal).toBeVisible()
  await expect(button).toBeFocused()
})

test('list: a role without export sees which role can, and gets no file', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  await page.goto('/transactions')
  await expect(page.getByRole('button', { name: 'Export' })).toBeDisabled()
  await expect(page.getByText(/may not export lists/)).toBeVisible()
  const response = await page.request.get('/api/transactions/export?view=all&format=csv')
  expect(response.status()).toBe(403)
})

test('list: an export holds only the payments of its address', async ({ page }) => {
  await new SignInPage(page).signInAs('admin')
  const response = await page.request.get('/api/transactions/export?currency=kroner&format=csv')
  expect(response.status()).toBe(400)
})

test('list: a phone shows cards', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await new SignInPage(page).signInAs('staff')
  await page.goto('/transactions?view=all')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
})
