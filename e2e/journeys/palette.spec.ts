import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { orderReferenceOf } from '../support/journey-payments'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

test('palette: a payment is found from any page', async ({ page }) => {
  await new SignInPage(page).signInAs('admin')
  await page.goto('/operations')
  await waitUntilHydrated(page)
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: 'Find and go' })
  await expect(box).toBeFocused()
  await page.keyboard.type(orderReferenceOf('by-key').toLowerCase())
  const option = page.getByRole('option', { name: new RegExp(orderReferenceOf('by-key')) })
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await expect(box).toHaveAttribute(
    'aria-activedescendant',
    (await option.getAttribute('id')) ?? '',
  )
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/transactions\/[0-9a-f-]{36}/)
})

test('palette: opens pages, and the list with all matches', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  await page.goto('/transactions')
  await waitUntilHydrated(page)
  await page.getByRole('button', { name: /^Find/ }).click()
  await expect(page.getByRole('combobox')).toBeFocused()
  await expect(page.getByRole('option', { name: 'Audit' })).toHaveCount(0)
  await page.keyboard.type('over')
  await page.getByRole('option', { name: 'Overview' }).click()
  await page.waitForURL('**/overview')
  await waitUntilHydrated(page)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('no such order')
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(
    'No transaction matches “no such order”.',
  )
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=no\+such\+order/)
})

test('palette: actions of the open payment open their dialog, or show why they cannot', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('staff')
  await new TransactionsPage(page).open(orderReferenceOf('by-key'))
  await expect(new TransactionPage(page).captureButton).toBeVisible()
  const palette = page.getByRole('dialog', { name: 'Find and go' })
  await page.keyboard.press('Control+k')
  const refund = palette.getByRole('option', { name: /^Refund/ })
  await expect(refund).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.type('refund')
  await expect(refund).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(palette).toBeVisible()
  await page.getByRole('combobox').fill('cap')
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  const { dialog } = new TransactionPage(page)
  await expect(dialog.getByRole('button', { name: /^Capture .*\d/ })).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Capture .*\d/ })).toBeFocused()
})

test('palette: a search without a session, or with too short a text, is refused', async ({
  page,
  request,
}) => {
  const anonymous = await request.get('/api/transactions/find?q=journey')
  expect(anonymous.status()).toBe(401)
  await new SignInPage(page).signInAs('staff')
  for (const q of ['', 'a', 'a'.repeat(201)]) {
    const refused = await page.request.get(`/api/transactions/find?q=${q}`)
    expect(refused.status()).toBe(400)
  }
  const found = await page.request.get('/api/transactions/find?q=journey')
  expect(await found.json()).toMatchObject({
    ok: true,
    value: { rows: Array.from({ length: 6 }, () => ({ currency: 'NOK' })), isWhole: true },
  })
})
