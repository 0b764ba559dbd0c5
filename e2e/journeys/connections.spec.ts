import { expectAccessible } from '../support/expect-accessible'
import { personAs } from '../support/in-review'
import { sandbox, world } from '../support/journey'
import { expect, test } from '../support/test'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

test('connections: an admin adds one, is refused once, and sees its import end', async ({
  browser,
}) => {
  const accountId = `T${String(Date.now()).slice(-8)}`
  const client = { id: `client-${accountId}`, secret: `secret-of-${accountId}`, accountId }
  await sandbox().call('POST', 'dintero/clients', client)
  const name = `Shop ${accountId}`
  const page = await personAs(browser, 'admin')
  await page.goto('/transactions')
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Settings' })
    .click()
  await page
    .getByRole('navigation', { name: 'Settings' })
    .getByRole('link', { name: 'Connections' })
    .click()
  await page.getByRole('link', { name: 'Add a connection' }).click()
  await page.getByRole('heading', { level: 1, name: 'Add a connection' }).waitFor()
  await waitUntilHydrated(page)

  await page.getByLabel('Dintero').check()
  const submit = page.getByRole('button', { name: 'Test and add' })
  await submit.click()
  await expect(page.getByLabel('Name')).toBeFocused()
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(/Fill this in/)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Account id').fill(accountId.toLowerCase())
  await page.getByLabel('Address', { exact: true }).selectOption({ label: 'Another address' })
  await page.getByLabel('Base URL').fill('https://example.com/v1')
  await page.getByLabel('Client id').fill(client.id)
  await page.getByLabel('Client secret').fill('wrong')
  await submit.click()
  await expect(page.getByLabel('Base URL')).toBeFocused()
  await expect(page.getByLabel('Base URL')).toHaveAccessibleDescription(/no address of Dintero/)
  await page.getByLabel('Base URL').fill(`${world().sandboxUrl}/dintero/v1`)
  await submit.click()
  await expect(page.getByLabel('Client id')).toBeFocused()
  await expect(page.getByLabel('Client id')).toHaveAccessibleDescription(/did not accept/)
  await expect(page.getByLabel('Client secret')).toHaveValue('wrong')
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  const isWide = () => document.documentElement.scrollWidth > window.innerWidth
  expect(await page.evaluate(isWide)).toBe(false)

  await page.getByLabel('Client secret').fill(client.secret)
  await submit.click()
  await expect(page.getByRole('heading', { name: `${name} is connected` })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Webhook address' })).toHaveValue(
    /\/api\/webhooks\/dintero\//,
  )
  await page.getByRole('button', { name: 'Import the payments' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Imported' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'To all connections' }).click()
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row).toContainText('Works')
  await expect(row).toContainText('No webhook has come yet')
  expect(await page.evaluate(isWide)).toBe(false)
  await expectAccessible(page)
  expect(await page.content()).not.toContain(client.secret)
})
