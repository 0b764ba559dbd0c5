import { SignInPage } from '../pages/sign-in-page'
import { expectAccessible } from '../support/expect-accessible'
import { sandbox } from '../support/journey'
import { sendWebhook } from '../support/send-webhook'
import { expect, test } from '../support/test'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

const DAY_MS = 86_400_000

test('rules: an admin makes one, tags a payment, and the rule extends its hold', async ({
  page,
}) => {
  const name = `Backorder ${Date.now()}`
  const tag = name.toLowerCase()
  const reference = `RULE-${Date.now()}`
  const expiresAt = new Date(Date.now() + 2 * DAY_MS).toISOString()
  const { id } = await sandbox().createTransaction({ reference, expiresAt, amount: 100_00 })
  await sendWebhook(id)

  await new SignInPage(page).signInAs('admin')
  await page.goto('/settings/rules')
  await waitUntilHydrated(page)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Tag', { exact: true }).fill('back,order')
  await page.getByRole('button', { name: 'Add rule' }).click()
  await expect(page.getByText(/A tag has up to 40 letters/)).toBeVisible()
  await page.getByLabel('Tag', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Add rule' }).click()
  const rule = page.getByRole('region', { name })
  await expect(rule.getByText('Off', { exact: true })).toBeVisible()
  await rule.getByRole('button', { name: `Switch on: ${name}` }).click()
  await expect(rule.getByText(/^Switched on by .* It has extended no hold so far\.$/)).toBeVisible()
  await expectAccessible(page)

  await expect(async () => {
    await page.goto(`/transactions?q=${reference}`)
    await expect(page).toHaveURL(/\/transactions\/[0-9a-f-]{36}$/, { timeout: 2_000 })
  }).toPass()
  const payment = page.url()
  const tags = page.getByRole('region', { name: 'Tags' })
  await tags.getByLabel('New tag').fill(name)
  await tags.getByRole('button', { name: 'Add tag' }).click()
  await expect(tags.getByRole('link', { name: tag })).toBeVisible()
  await expectAccessible(page)
  const history = page.getByRole('region', { name: 'History' })
  await expect(history.getByText(`by rule ${name}`)).toBeVisible({ timeout: 45_000 })
  await expect(history.getByText('in the name of Ingrid Dahl')).toBeVisible()

  await tags.getByRole('link', { name: tag }).click()
  await expect(page.getByRole('link', { name: `Remove this filter: Tag: ${tag}` })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: reference }).getByText(tag)).toBeVisible()
  await page.goto(`/transactions?view=all&q=${encodeURIComponent(tag)}`)
  await expect(page.getByRole('link', { name: reference })).toBeVisible()

  await page.goto('/settings/rules')
  await waitUntilHydrated(page)
  await expect(rule.getByText(/It has extended 1 hold so far\.$/)).toBeVisible()
  await rule.getByRole('button', { name: `Switch off: ${name}` }).click()
  await expect(rule.getByText('Off', { exact: true })).toBeVisible()
  await rule.getByRole('button', { name: `Remove: ${name}…` }).click()
  await rule.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(rule).toBeHidden()

  await page.goto(payment)
  await expect(history.getByText(`by rule ${name}`)).toBeVisible()
  await tags.getByRole('button', { name: `Take off the tag ${tag}` }).click()
  await expect(tags.getByRole('link', { name: tag })).toBeHidden()
})
