import type { Browser } from '@playwright/test'
import postgres from 'postgres'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { expectAccessible } from '../support/expect-accessible'
import { personAs } from '../support/in-review'
import { orderReferenceOf } from '../support/journey-payments'
import { expect, test } from '../support/test'
import { waitUntilHydrated } from '../support/wait-until-hydrated'
import { currentWorld } from '../support/world'

// The other journeys are those of a business that has set nothing.
test.afterAll(async () => {
  const sql = postgres(currentWorld()?.ownerUrl ?? '', { max: 1 })
  await sql`
    delete from organization_settings
    where key not in ('single_sign_on', 'second_factor_roles', 'step_up')`
  await sql.end()
})

/** The page, opened by an admin. */
async function openBusiness(browser: Browser) {
  const page = await personAs(browser, 'admin')
  await page.goto('/settings/business')
  await waitUntilHydrated(page)
  const card = (name: string) => page.getByRole('region', { name, exact: true })
  return { page, header: page.getByRole('banner'), card }
}

test('business: an admin sets name and logo; what was refused or overtaken stays typed @long', async ({
  browser,
}) => {
  const { page, header, card } = await openBusiness(browser)
  const late = await page.context().newPage()
  await late.goto('/settings/business')
  await waitUntilHydrated(late)

  const name = `Fjord ${String(Date.now())} ${'og fjell '.repeat(5)}`.trim()
  const nameCard = card('Name')
  const nameField = nameCard.getByLabel('Name of the business')
  await nameField.fill('Fjord\u202e')
  await nameCard.getByRole('button', { name: 'Save' }).click()
  await expect(nameField).toBeFocused()
  await expect(nameField).toHaveAccessibleDescription(/none of them invisible/)
  await expect(nameField).toHaveValue('Fjord\u202e')
  await nameField.fill(name)
  await nameCard.getByRole('button', { name: 'Save' }).click()
  await expect(nameCard.getByRole('status')).toHaveText(/^Saved/)
  await expect(header.getByText(name)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(header.getByText(name)).toBeVisible()
  await page.emulateMedia({ media: null })

  const lateCard = late.getByRole('region', { name: 'Name', exact: true })
  await lateCard.getByLabel('Name of the business').fill('Vidde')
  await lateCard.getByRole('button', { name: 'Save' }).click()
  await expect(lateCard.getByRole('alert')).toContainText('changed this on')
  await expect(lateCard.getByLabel('Name of the business')).toHaveValue('Vidde')
  await expect(lateCard.getByText(`Now set: ${name}`)).toBeVisible()
  await late.close()

  const logoCard = card('Logo')
  const picture = logoCard.getByLabel('Picture')
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
  await picture.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: drawing })
  await logoCard.getByRole('button', { name: 'Set as logo' }).click()
  await expect(picture).toBeFocused()
  await expect(picture).toHaveAccessibleDescription(/An SVG may hold scripts/)
  await expect(picture).toHaveValue(/logo\.png$/)
  const bytes = await header.screenshot()
  await picture.setInputFiles({ name: 'logo.txt', mimeType: 'text/plain', buffer: bytes })
  await logoCard.getByRole('button', { name: 'Set as logo' }).click()
  await expect(logoCard.getByRole('status')).toHaveText(/^Set\./)
  const logo = header.locator('img')
  await expect(logo).toHaveJSProperty('complete', true)
  await expect(logo).not.toHaveJSProperty('naturalWidth', 0)
  const address = (await logo.getAttribute('src')) ?? ''
  const served = await page.request.get(address)
  expect(served.headers()).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': expect.stringContaining('immutable'),
  })
  expect((await served.body()).equals(bytes)).toBe(true)
  const outside = await browser.newContext()
  expect((await outside.request.get(address)).status()).toBe(401)
  await outside.close()
  await expectAccessible(page)
  await logoCard.getByRole('button', { name: 'Remove the logo' }).click()
  await expect(header.locator('img')).toHaveCount(0)
})

test('business: an admin adds a reason, which the refund dialog offers, and a limit', async ({
  browser,
}) => {
  const { page, card } = await openBusiness(browser)
  const reason = `Wrong size ${String(Date.now())}`
  const reasons = card('Reasons for refunds')
  await reasons.getByRole('button', { name: 'Add a reason' }).click()
  const added = reasons.getByRole('textbox').last()
  await added.fill('RETURNED')
  await reasons.getByRole('button', { name: 'Save' }).click()
  await expect(added).toBeFocused()
  await expect(added).toHaveAccessibleDescription(/is in the list already/)
  await added.fill(reason)
  await reasons.getByRole('button', { name: 'Save' }).click()
  await expect(reasons.getByRole('status')).toHaveText(/^Saved/)

  const voids = card('Reasons for voids')
  await voids.getByRole('button', { name: 'Add a reason' }).click()
  await voids.getByRole('textbox').last().fill(`Void: ${reason}`)
  await voids.getByRole('button', { name: 'Save' }).click()
  await expect(voids.getByRole('status')).toHaveText(/^Saved/)

  // No other test has a payment in this currency.
  const review = card('Two people for a decision')
  await review.getByRole('button', { name: 'Add a currency' }).click()
  await review.getByLabel(/^Currency/).fill('isk')
  await review.getByLabel(/^Sum/).fill('much')
  await review.getByRole('button', { name: 'Save' }).click()
  await expect(review.getByLabel(/^Sum/)).toBeFocused()
  await expect(review.getByLabel(/^Sum/)).toHaveValue('much')
  await review.getByLabel(/^Sum/).fill('5000')
  await review.getByRole('button', { name: 'Save' }).click()
  await expect(review.getByRole('status')).toHaveText(/^Saved/)

  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.reload()
  await expect(review.getByLabel(/^Currency/)).toHaveValue('ISK')
  await waitUntilHydrated(page)
  await review.getByRole('button', { name: 'Remove ISK' }).click()
  await review.getByRole('button', { name: 'Save' }).click()
  await expect(review.getByRole('status')).toHaveText(/^Saved/)

  await new TransactionsPage(page).open(orderReferenceOf('refund-not-permitted'))
  const transaction = new TransactionPage(page)
  await transaction.refundButton.click()
  await transaction.dialog.getByLabel('Reason').selectOption(reason)
  await page.keyboard.press('Escape')
  await new TransactionsPage(page).open(orderReferenceOf('notes'))
  await transaction.openFromMenu('Void')
  await transaction.dialog.getByLabel('Reason').selectOption(`Void: ${reason}`)

  const viewer = await (await browser.newContext()).newPage()
  await new SignInPage(viewer).signInAs('viewer')
  await viewer.goto('/settings/business')
  await expect(viewer.getByText('Your role, Read only, may not. Ask Admin.')).toBeVisible()
})
