import { readFile } from 'node:fs/promises'
import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { COLOUR_SCHEMES } from '../support/colour-schemes'
import { expectAccessible } from '../support/expect-accessible'

test('audit: an admin verifies the trail and saves its heads', async ({ page }) => {
  await new SignInPage(page).signInAs('admin')
  await page.goto('/transactions')
  await page.getByRole('link', { name: 'Audit' }).click()
  await page.getByRole('button', { name: 'Verify now' }).click()
  const result = page.getByRole('region', { name: 'Every entry fits' })
  await expect(result).toContainText(/[0-9a-f]{64}/)
  const waiting = page.waitForEvent('download')
  await result.getByRole('button', { name: /Download/ }).click()
  const heads: unknown = JSON.parse(await readFile(await (await waiting).path(), 'utf8'))
  expect(Array.isArray(heads)).toBe(true)
})

test('audit: staff cannot verify the trail and see which role can', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  await page.goto('/transactions')
  await expect(page.getByRole('link', { name: 'Audit' })).toBeHidden()
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
