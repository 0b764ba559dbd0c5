import type { Page } from '@playwright/test'
import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { expectAccessible } from '../support/expect-accessible'
import { personAs } from '../support/in-review'
import { captureInPortal } from '../support/portal'
import { providerIdOf, sandbox } from '../support/journey'
import { orderReferenceOf, type JourneyPayment } from '../support/journey-payments'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

/** A page polls once a second, so an update takes two seconds at most; a busy machine gets more. */
const SOON = { timeout: 20_000 }

async function openAs(page: Page, name: JourneyPayment): Promise<TransactionPage> {
  await new TransactionsPage(page).open(orderReferenceOf(name))
  return new TransactionPage(page)
}

test("list updates: another user's page and open dialog show a change within two seconds", async ({
  browser,
}) => {
  const anna = await openAs(await personAs(browser, 'staff'), 'live-two')
  const ingrid = await openAs(await personAs(browser, 'admin'), 'live-two')
  const loads: string[] = []
  anna.page.on('load', () => loads.push(anna.page.url()))
  await anna.captureButton.click()
  await anna.dialog.getByLabel(/^Reference/).fill('parcel 7')

  await ingrid.captureButton.click()
  await ingrid.chooseMode('Choose lines')
  await ingrid.quantityOf('Wool socks').fill('2')
  await ingrid.sumButton(/^Capture NOK.66\.67$/).click()
  await expect(ingrid.page.getByRole('heading', { name: /NOK.66\.67 captured/ })).toBeVisible()
  await expect(anna.dialog).toContainText(/NOK.66\.67 was captured/, SOON)
  await expect(anna.dialog.getByLabel(/^Reference/)).toHaveValue('parcel 7')

  await anna.sumButton(/^Capture NOK.82\.33$/).click()
  await expect(anna.page.getByRole('heading', { name: /NOK.82\.33 captured/ })).toBeVisible()
  const row = ingrid.history.getByRole('row').filter({ hasText: 'Anna Lie' })
  await expect(row).toHaveClass(/glow-once/, SOON)
  await expect(ingrid.captureButton).toBeDisabled()
  expect(loads).toEqual([])
  const truth = await sandbox().transaction(providerIdOf('live-two'))
  expect(truth.status).toBe('CAPTURED')
})

test('list updates: a page whose session has ended says so, and returns after signing in @long', async ({
  browser,
}) => {
  const page = await personAs(browser, 'support')
  await page.goto('/transactions?view=captured')
  await waitUntilHydrated(page)
  const other = await page.context().newPage()
  await other.goto('/overview')
  await other.getByRole('button', { name: 'Sign out' }).click()
  await other.waitForURL(/sign-in/)
  await page.bringToFront()

  const ended = page.getByRole('alert').filter({ hasText: 'Your session has ended' })
  await expect(ended).toBeVisible(SOON)
  await expectAccessible(page)
  await ended.getByRole('link', { name: 'Sign in again' }).click()
  await new SignInPage(page).signIn('support@paydesk.example', 'paydesk-demo')
  await page.waitForURL(/\/transactions\?view=captured$/)
  await expect(ended).toBeHidden()
})

test("list updates: a viewer's open page gets the outcome of an unknown operation", async ({
  browser,
}) => {
  test.slow()
  await sandbox().addFault({
    match: { operation: 'capture', transactionId: providerIdOf('live-lost') },
    action: { type: 'drop', when: 'after' },
  })
  const maja = await openAs(await personAs(browser, 'viewer'), 'live-lost')
  const anna = await openAs(await personAs(browser, 'staff'), 'live-lost')
  await anna.capture()
  const doubt = /We don.t know yet/
  await expect(anna.page.getByRole('heading', { name: doubt })).toBeVisible()
  await expect(maja.page.getByRole('heading', { name: doubt })).toBeVisible(SOON)
  await expect(maja.page.getByRole('button', { name: 'Check now' })).toBeDisabled()
  await expect(maja.page.getByText(/may not check with the provider/)).toBeVisible()
  await expect(maja.page.getByRole('heading', { name: /NOK.1,000\.00 captured/ })).toBeVisible({
    timeout: 40_000,
  })
})

test('list updates: a page that was hidden or offline catches up', async ({ browser }) => {
  const anna = await openAs(await personAs(browser, 'staff'), 'live-offline')
  const jonas = await openAs(await personAs(browser, 'support'), 'live-offline')
  await anna.page.context().setOffline(true)
  await jonas.writeNote('Customer moves house: ask before shipping.')
  await expect(jonas.history).toContainText('ask before shipping')
  await expect(anna.history).not.toContainText('ask before shipping')
  await anna.page.context().setOffline(false)
  await expect(anna.history).toContainText('ask before shipping')
  await expect(
    anna.page.getByRole('status').filter({ hasText: 'Jonas Berg added a note.' }),
  ).toHaveCount(1)
})

test("list updates: a change in the provider's portal reaches the open page and its dialog", async ({
  browser,
}) => {
  const anna = await openAs(await personAs(browser, 'staff'), 'live-portal')
  await anna.captureButton.click()
  await anna.dialog.getByLabel(/^Reference/).fill('parcel 8')
  await captureInPortal('live-portal', 49_00)
  await expect(anna.dialog).toContainText(/NOK.49\.00 was captured/, SOON)
  await expect(anna.dialog.getByLabel(/^Reference/)).toHaveValue('parcel 8')
  await expect(anna.sumButton(/^Capture NOK.100\.00$/)).toBeVisible()

  await anna.page.keyboard.press('Escape')
  await expect(anna.page.getByText(/NOK.49\.00 was captured outside Paydesk/)).toBeVisible()
  const row = anna.history.getByRole('row').filter({ hasText: 'Outside Paydesk' })
  await expect(row).toContainText(/NOK.49\.00/)
})

test('list updates: a page that cannot be updated says so, until it can', async ({ browser }) => {
  const { page } = await openAs(await personAs(browser, 'staff'), 'live-offline')
  const notice = page.getByRole('status').filter({ hasText: 'has not been updated for a while' })
  await page.route('**/version', (route) => route.fulfill({ status: 500, body: '{}' }))
  await expect(notice).toBeVisible()
  await expectAccessible(page)
  await page.unroute('**/version')
  await expect(notice).toBeHidden()
})
