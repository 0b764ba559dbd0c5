import type { Locator, Page } from '@playwright/test'
import { orderReferenceOf, type JourneyPayment } from '../support/journey-payments'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

/** Addresses of payments, so that each is searched for only once. */
const addresses = new Map<JourneyPayment, string>()

/** Opens the payment of a journey, in any language, without the dialog that was open before. */
export async function openPayment(page: Page, name: JourneyPayment): Promise<void> {
  // An open dialog outlasts that its page is loaded again. A blank page has nothing that is kept.
  await page.evaluate(() => sessionStorage.clear()).catch(() => undefined)
  const known = addresses.get(name)
  if (known === undefined) {
    // An exact reference leads to its payment.
    await page.goto(`/transactions?q=${orderReferenceOf(name)}`)
    await page.waitForURL(/\/transactions\/[0-9a-f-]{36}/)
    addresses.set(name, page.url())
  } else {
    await page.goto(known)
  }
  await page.getByRole('heading', { level: 1 }).filter({ hasText: /\d/ }).waitFor()
  await waitUntilHydrated(page)
}

/** Opens the detail page of a payment's open operation. */
export async function openOperation(page: Page, name: JourneyPayment): Promise<void> {
  await page.goto('/operations')
  const row = page.locator('tbody tr').filter({ hasText: orderReferenceOf(name) })
  await row.locator('a[href^="/operations/"]').first().click()
  await page.waitForURL(/\/operations\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { level: 1 }).filter({ hasText: /\d/ }).waitFor()
}

/** Opens the page of a person. */
export async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto(`/settings/people?q=${encodeURIComponent(name)}`)
  await page.getByRole('main').getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await waitUntilHydrated(page)
}

/** Opens the page of a connection: the one of this name, or the first in the list. */
export async function openConnection(page: Page, name?: string): Promise<void> {
  await page.goto('/settings/connections')
  const links = page.locator('tbody a[href^="/settings/connections/"]')
  await (name === undefined ? links.first() : links.filter({ hasText: name })).click()
  await page.waitForURL(/\/connections\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await waitUntilHydrated(page)
}

/** Opens the form of a connection with settings, refused for what is missing. */
export async function openNewConnection(page: Page): Promise<void> {
  await page.goto('/settings/connections/new')
  await waitUntilHydrated(page)
  await page.getByRole('radio').last().check()
  await page.getByRole('main').locator('button[type="submit"]').click()
  await page.locator('[aria-invalid]').first().waitFor()
}

/** Opens one's own account with the picture and key of an app that is being set up. */
export async function openSecondFactor(page: Page): Promise<void> {
  await page.goto('/account')
  await waitUntilHydrated(page)
  const card = page.getByRole('region', { name: /factor|faktor/ })
  await card.locator('input[name="current"]').fill('paydesk-demo')
  await card.locator('button[type="submit"]').click()
  await card.getByRole('img').waitFor()
}

/** Opens a dialog of a partly captured payment by its key. */
export async function openDialog(page: Page, key: string): Promise<Locator> {
  await openPayment(page, 'shown-partly')
  return openByKey(page, key)
}

/** Presses a key until its dialog is open: the heading may be there before the page is hydrated. */
export async function openByKey(page: Page, key: string): Promise<Locator> {
  const dialog = page.getByRole('dialog')
  while (!(await dialog.isVisible())) {
    await page.keyboard.press(key)
    await dialog.waitFor({ timeout: 3_000 }).catch(() => undefined)
  }
  return dialog
}

const MODES = { all: 0, lines: 1, amount: 2 } as const

/** Chooses the mode of the amount in a dialog. */
export async function chooseMode(dialog: Locator, mode: keyof typeof MODES): Promise<void> {
  await dialog.getByRole('radio').nth(MODES[mode]).check({ force: true })
}

/** Waits until nothing is loading any more. Pages keep polling, so the network is never idle. */
export async function waitUntilRendered(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'hidden' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}
