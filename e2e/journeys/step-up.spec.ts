import type { Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { PeoplePage } from '../pages/people-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { expectAccessible, expectAccessibleEverywhere } from '../support/expect-accessible'
import { personAs } from '../support/in-review'
import { startStepUpWorld, type StepUpWorld } from '../support/step-up-world'
import { expect, test } from '../support/test'
import { addVirtualAuthenticator } from '../support/virtual-authenticator'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

const PASSWORD = 'paydesk-demo'

let world: StepUpWorld

test.beforeAll(async () => {
  world = await startStepUpWorld()
})
test.afterAll(() => world.stop())

/** A code of now, or of the step before or after: each counts once. */
function codeOf(secret: string, step: -1 | 0 | 1): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + step * 30 })
}

/** Sets up an app; returns its secret and a recovery code. */
async function setUpApp(page: Page) {
  await page.goto('/account')
  await waitUntilHydrated(page)
  const card = page.getByRole('region', { name: 'Second factor' })
  await card.getByLabel('Current password').fill(PASSWORD)
  await card.getByRole('button', { name: 'Set up an app' }).click()
  const secret = (await card.locator('code').innerText()).replaceAll(/\s/g, '')
  await card.getByLabel('Code that the app shows').fill(codeOf(secret, -1))
  await card.getByRole('button', { name: 'Turn on' }).click()
  const recovery = await card.getByRole('listitem').first().innerText()
  await card.getByRole('button', { name: 'I have kept them' }).click()
  return { secret, recovery }
}

async function addPasskey(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('region', { name: 'Passkeys' }).getByLabel('Current password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the passkey' }).click()
}

/** Opens the dialog and sends a refund of so many kroner. */
async function sendRefund(page: Page, reference: string, kroner: string): Promise<TransactionPage> {
  await new TransactionsPage(page).open(reference)
  const transaction = new TransactionPage(page)
  await transaction.refundButton.click()
  await transaction.chooseMode('An amount')
  await transaction.dialog.getByRole('textbox', { name: /^Amount/ }).fill(kroner)
  await transaction.dialog.getByLabel('Reason').selectOption('Returned')
  await transaction.dialog.getByLabel('Note').fill('one pair too small')
  await transaction.sumButton(/^Refund NOK/).click()
  return transaction
}

async function expectEntry({ dialog }: TransactionPage, amount: string): Promise<void> {
  await expect(dialog.getByRole('textbox', { name: /^Amount/ })).toHaveValue(amount)
  await expect(dialog.getByLabel('Reason')).toHaveValue(/./)
  await expect(dialog.getByLabel('Note')).toHaveValue('one pair too small')
}

async function refundsOf(providerId: string): Promise<readonly unknown[]> {
  const { events } = await world.sandbox.transaction(providerId)
  return events.filter(({ event }) => event === 'REFUND')
}

test('step-up: a refund above the sum asks in its open dialog, keeps the entry, and goes on by itself', async ({
  browser,
}) => {
  test.slow()
  const page = await personAs(browser, 'admin', world.url)
  const device = await addVirtualAuthenticator(page)
  const { secret, recovery } = await setUpApp(page)
  const { providerId, reference } = await world.addCaptured()
  await world.set({ refundLimitsMinor: { NOK: 500_00 }, topics: ['people'] })
  await world.age()

  const transaction = await sendRefund(page, reference, '700')
  const { dialog } = transaction
  const panel = dialog.getByRole('region', { name: 'Confirm that it is you' })
  const code = panel.getByLabel('Code from the app')
  await expect(code).toBeFocused()
  await expect(panel).toContainText(/Refund NOK.700\.00/)
  await expectAccessibleEverywhere(page)
  await panel.getByRole('button', { name: 'Back' }).click()
  await expect(transaction.sumButton(/^Refund NOK.700\.00$/)).toBeFocused()
  await expectEntry(transaction, '700.00')
  await transaction.sumButton(/^Refund NOK.700\.00$/).click()

  await code.fill('000 000')
  await page.keyboard.press('Enter')
  await expect(panel.getByText('This code is not right')).toBeVisible()
  await expect(code).toBeFocused()
  await expectAccessible(page)
  expect(await refundsOf(providerId)).toEqual([])
  await code.fill(codeOf(secret, 0))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /NOK.700\.00 refunded/ })).toBeVisible()
  await expect(transaction.history.getByText('one pair too small')).toBeVisible()
  expect(await refundsOf(providerId)).toMatchObject([{ amount: 700_00 }])

  await page.goto('/account')
  await addPasskey(page)
  await expect(page.getByRole('status').filter({ hasText: 'is added' })).toBeFocused()
  await world.age()
  const people = new PeoplePage(page)
  await people.open()
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Kim Moe')
  await page.getByLabel('E-mail address', { exact: true }).fill('kim@paydesk.example')
  await page.getByRole('button', { name: 'Make the link' }).click()
  const above = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await expect(above.getByLabel('Code from the app')).toBeFocused()
  await expectAccessibleEverywhere(page)
  await page.keyboard.press('Escape')
  const email = page.getByLabel('E-mail address', { exact: true })
  await expect(email).toHaveValue('kim@paydesk.example')
  await page.getByRole('button', { name: 'Make the link' }).click()
  await above.getByRole('button', { name: 'Use a recovery code' }).click()
  await above.getByLabel('Recovery code').fill(recovery)
  await above.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByLabel('One-time link for Kim Moe')).toHaveValue(/\/welcome\//)
  await page.getByRole('button', { name: 'Done' }).click()

  await world.age()
  await people.openPerson('Kim Moe')
  await page.getByLabel('Role of Kim Moe').selectOption('viewer')
  await page.getByRole('button', { name: 'Save the role' }).click()
  await device.verifyPerson(false)
  await above.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(above.getByText('Your device gave no passkey')).toBeVisible()
  await device.verifyPerson(true)
  await above.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(
    page.getByRole('status').filter({ hasText: 'Kim Moe has the role Read only now.' }),
  ).toBeVisible()
})

test('step-up: who has no second factor is led to setting one up, and the entry stays @long', async ({
  browser,
}) => {
  const page = await personAs(browser, 'support', world.url)
  await page.setViewportSize({ width: 390, height: 844 })
  const { providerId, reference } = await world.addCaptured()
  await world.set({ refundLimitsMinor: { EUR: 500_00 }, topics: [] })
  const transaction = await sendRefund(page, reference, '1')
  const account = transaction.dialog.getByRole('link', { name: 'Open your account' })
  await expect(account).toBeFocused()
  await expectAccessibleEverywhere(page)
  const opened = page.context().waitForEvent('page')
  await account.click()
  await setUpApp(await opened)
  await transaction.dialog.getByRole('button', { name: 'Back' }).click()
  await expectEntry(transaction, '1.00')
  await transaction.sumButton(/^Refund NOK.1\.00$/).click()
  await expect(page.getByRole('heading', { name: /NOK.1\.00 refunded/ })).toBeVisible()
  expect(await refundsOf(providerId)).toMatchObject([{ amount: 1_00 }])
})
