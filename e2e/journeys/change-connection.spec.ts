import type { Locator, Page } from '@playwright/test'
import { TransactionsPage } from '../pages/transactions-page'
import { expectAccessible } from '../support/expect-accessible'
import { personAs } from '../support/in-review'
import { startStepUpWorld, type StepUpWorld } from '../support/step-up-world'
import { expect, test } from '../support/test'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

let world: StepUpWorld

test.beforeAll(async () => {
  world = await startStepUpWorld()
})
test.afterAll(() => world.stop())

const card = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`/settings/connections/${id}`)
  await waitUntilHydrated(page)
}

/** Revokes a connection's client at its provider, has it checked, and gives the client back. */
async function checkRevoked(page: Page, id: string): Promise<void> {
  const client = { id: 'paydesk-demo', secret: 'paydesk-demo-secret', accountId: 'T11112222' }
  await world.sandbox.call('POST', 'dintero/clients', { ...client, accountId: 'T99990000' })
  const health = card(page, 'Health')
  await health.getByRole('button', { name: 'Check now' }).click()
  await expect(health.getByRole('status')).toContainText(/no longer accepts.*Replace the secret/)
  await expect(page.getByText(/This connection has not worked since/)).toBeVisible()
  await expectAccessible(page)
  await page.goto('/settings/connections')
  await expect(page.getByRole('row').filter({ hasText: 'T11112222' })).toContainText(
    /Does not work.*The provider no longer accepts the secret/,
  )
  await world.sandbox.call('POST', 'dintero/clients', client)
  await open(page, id)
}

test('a connection is renamed, set, given a secret, disabled and removed; what was typed stays @long', async ({
  browser,
}) => {
  test.slow()
  const page = await personAs(browser, 'admin', world.url)
  const { reference } = await world.addCaptured()
  const oppwa = await world.connectionId('oppwa')
  await open(page, oppwa)
  const colleague = await personAs(browser, 'admin', world.url)
  await open(colleague, oppwa)

  const name = card(page, 'Name')
  await name.getByLabel('Name of the connection').fill('Wool Nordic')
  await name.getByRole('button', { name: 'Save the name' }).click()
  await expect(name.getByText('The name is saved.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wool Nordic')

  const late = card(colleague, 'Name')
  await late.getByLabel('Name of the connection').fill('Wool South')
  await late.getByRole('button', { name: 'Save the name' }).click()
  await expect(late.getByText(/changed this connection after you opened the page/)).toBeVisible()
  await expect(late.getByLabel('Name of the connection')).toHaveValue('Wool South')

  const settings = card(page, 'Settings of the account')
  const days = settings.getByLabel('Days to capture')
  await days.fill('99')
  await settings.getByRole('button', { name: 'Test and save' }).click()
  await expect(settings.getByText(/Look at captureDays/)).toBeVisible()
  await expect(days).toHaveValue('99')
  await days.fill('5')
  const entity = settings.getByLabel('Second entity id')
  await entity.fill('8ac7a4ca7a11000001900000000000d1')
  await settings.getByRole('button', { name: 'Test and save' }).click()
  await expect(entity).toBeFocused()
  await expect(entity).toHaveAccessibleDescription(/This is the account itself/)
  await entity.fill('')
  await settings.getByRole('button', { name: 'Test and save' }).click()
  await expect(settings.getByText('The settings are saved and count now.')).toBeVisible()

  const secret = card(page, 'Replace the secret')
  await secret.getByLabel('Access token').fill('wrong')
  await secret.getByRole('button', { name: 'Test and replace' }).click()
  await expect(secret.getByText(/The provider does not accept this/)).toBeVisible()
  await expect(secret.getByLabel('Access token')).toHaveValue('wrong')
  await expectAccessible(page)

  const dintero = await world.connectionId('dintero')
  await open(page, dintero)
  await checkRevoked(page, dintero)
  const state = page.getByRole('region', { name: 'Disable' })
  await state.getByRole('button', { name: 'Disable' }).click()
  await expect(page.getByText('This connection is disabled: nothing new is begun')).toBeVisible()
  await page.goto('/settings/connections')
  await expect(page.getByRole('row').filter({ hasText: 'T11112222' })).toContainText(
    /Disabled.*nothing is begun/,
  )
  await new TransactionsPage(page).open(reference)
  await expect(page.getByText(/The connection of this payment is disabled/).first()).toBeVisible()

  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, dintero)
  await expectAccessible(page)
  await state.getByRole('button', { name: 'Enable' }).click()
  await expect(page.getByText('The connection is enabled. Its list is being read.')).toBeVisible()

  const native = await world.connectionId('bambora-native')
  await open(page, native)
  const removal = card(page, 'Remove for good')
  const typed = removal.getByRole('textbox')
  await typed.fill('something')
  await removal.getByRole('button', { name: 'Remove for good' }).click()
  await expect(removal.getByText(/That is not the name of the connection/)).toBeVisible()
  await expect(typed).toHaveValue('something')
  await typed.fill((await page.getByRole('heading', { level: 1 }).innerText()).trim())
  await removal.getByRole('button', { name: 'Remove for good' }).click()
  await page.waitForURL(/\/settings\/connections$/)
  const gone = await page.goto(`/settings/connections/${native}`)
  expect(gone?.status()).toBe(404)
})
