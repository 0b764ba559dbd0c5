import { readFile } from 'node:fs/promises'
import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { COLOUR_SCHEMES } from '../support/colour-schemes'
import { expectAccessible } from '../support/expect-accessible'
import { personAs } from '../support/in-review'
import { orderReferenceOf } from '../support/journey-payments'

test('audit: an admin verifies the trail and saves its heads', async ({ page }) => {
  await new SignInPage(page).signInAs('admin')
  await page.goto('/transactions')
  await page.getByRole('link', { name: 'Audit', exact: true }).click()
  await page.getByRole('button', { name: 'Verify now' }).click()
  const result = page.getByRole('region', { name: 'Every entry fits' })
  await expect(result).toContainText(/[0-9a-f]{64}/)
  const waiting = page.waitForEvent('download')
  await result.getByRole('button', { name: /Download/ }).click()
  const heads: unknown = JSON.parse(await readFile(await (await waiting).path(), 'utf8'))
  expect(Array.isArray(heads)).toBe(true)
})

test('audit: what a colleague did today is two clicks away, leads to the order, and is a file', async ({
  page,
  browser,
}) => {
  const staff = await personAs(browser, 'staff')
  await new TransactionsPage(staff).open(orderReferenceOf('trail-capture'))
  await new TransactionPage(staff).capture()
  await expect(staff.getByText(/captured/).first()).toBeVisible()
  await new SignInPage(page).signInAs('admin')
  await page.goto('/transactions')
  await page.getByRole('link', { name: 'Audit', exact: true }).click()
  const entries = page.getByRole('region', { name: 'Entries, the newest first' })
  await entries.getByRole('link', { name: 'Anna Lie' }).first().click()
  await expect(page).toHaveURL(/person=.*from=.*to=/)
  const done = entries.getByRole('row', { name: /Capture: Done/ }).first()
  await expect(done).toContainText('Anna Lie')
  await expectAccessible(page)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download for Excel' }).click()
  expect((await waiting).suggestedFilename()).toMatch(/^audit-.*\.xlsx$/)
  await done.getByRole('link', { name: orderReferenceOf('trail-capture') }).click()
  await expect(page).toHaveURL(/\/transactions\/[0-9a-f-]{36}$/)
})

test('audit: staff cannot verify the trail and see which role can', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  await page.goto('/transactions')
  await expect(page.getByRole('link', { name: 'Audit', exact: true })).toBeHidden()
  await page.goto('/audit')
  await expect(page.getByRole('main')).toContainText('Ask Admin')
  await expect(page.getByRole('button', { name: 'Verify now' })).toBeHidden()
  const response = await page.request.get('/api/audit/heads')
  expect(response.status()).toBe(403)
  expect(await response.json()).toMatchObject({ ok: false, error: { code: 'not_permitted' } })
})

for (const { colorScheme, tag } of COLOUR_SCHEMES) {
  test.describe(colorScheme, { tag }, () => {
    test.use({ colorScheme })

    test('audit: the page has no axe violations', async ({ page }) => {
      await new SignInPage(page).signInAs('admin')
      await page.goto('/audit')
      await page.getByRole('button', { name: 'Verify now' }).click()
      await expect(page.getByText('Digest of all chains')).toBeVisible()
      await expectAccessible(page)
    })
  })
}
