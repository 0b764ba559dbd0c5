import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { BatchPage } from '../pages/batch-page'
import { SignInPage } from '../pages/sign-in-page'
import { expectAccessibleEverywhere } from '../support/expect-accessible'
import { sandbox } from '../support/journey'
import { expect, test } from '../support/test'
import { waitUntilHydrated } from '../support/wait-until-hydrated'
import { addOrders, addWarehouseDay } from '../support/warehouse'

const stamp = () => Date.now().toString(36).toUpperCase()

async function capturedMinor(providerId: string): Promise<number> {
  const totals = await sandbox().totals()
  return totals.find(({ id }) => id === providerId)?.captured ?? -1
}

/** Opens all payments of a prefix as a list. */
async function openList(page: Page, prefix: string): Promise<Locator> {
  await page.goto(`/transactions?view=all&q=${prefix}`)
  await waitUntilHydrated(page)
  return page.getByRole('checkbox', { name: /^Select [A-Z]/ })
}

test('batch: a day of the warehouse is one file, and the same file again does nothing', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const day = await addWarehouseDay(`DAY${stamp()}`)
  await new SignInPage(page).signInAs('staff')
  const batch = new BatchPage(page)
  await batch.upload('day.csv', day.csv)
  await batch.rehearsed()
  expect(await batch.counts()).toMatchObject(day.verdicts)
  await expectAccessibleEverywhere(page)
  // Nothing is started before the sum is confirmed.
  await expect(batch.start).toHaveText(/^Capture 42 payments: NOK.4,5\d\d\.\d\d$/)
  await expect(batch.start).toBeDisabled()
  await batch.row(day.byLines.reference).getByText('lines 42, 43').waitFor()
  await page.getByRole('link', { name: /^Not found/ }).click()
  await expect(page).toHaveURL(/rows=not_found/)
  const rows = page.getByRole('region', { name: 'Rows of the batch' })
  await expect(rows.getByRole('row')).toHaveCount(7)
  await batch.confirm.check()
  await batch.start.click()
  await batch.ended()
  await expect.poll(() => batch.counts()).toMatchObject({ Done: 42 })
  expect(await capturedMinor(day.whole[0]?.providerId ?? '')).toBe(100_00)
  expect(await capturedMinor(day.byAmount.providerId)).toBe(40_50)
  await expectAccessibleEverywhere(page)

  await page.getByText('Download', { exact: true }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV for programs' }).click()
  const report = await readFile(await (await coming).path(), 'utf8')
  expect(report).toContain(day.byLines.reference)

  await batch.upload('day.csv', day.csv)
  await batch.rehearsed()
  const again = await batch.counts()
  expect(again['Will be done']).toBeUndefined()
  await expect(page.getByText('No row of this batch can be started.')).toBeVisible()
})

test('batch: twenty orders are captured in six clicks', async ({ page }) => {
  const prefix = `SIX${stamp()}`
  const orders = await addOrders(prefix, 20)
  await new SignInPage(page).signInAs('staff')
  const ticks = await openList(page, prefix)
  await expect(ticks).toHaveCount(20)
  await ticks.first().click()
  await expect(page.getByText('1 selected')).toBeVisible()
  await ticks.last().click({ modifiers: ['Shift'] })
  const bar = page.getByRole('region', { name: 'Selected payments' })
  await expect(bar).toContainText(/20 selected · NOK.2,000\.00 can be captured/)
  await bar.getByRole('button', { name: 'Capture 20' }).click()
  const batch = new BatchPage(page)
  await batch.rehearsed()
  await batch.confirm.click()
  await batch.start.click()
  await batch.ended()
  // As the server draws it, whose style attributes the page's policy refuses.
  await page.reload()
  const drawn = page.getByRole('progressbar').locator('rect').first()
  await expect.poll(async () => (await drawn.boundingBox())?.width ?? 0).toBeGreaterThan(100)
  for (const { providerId } of orders) expect(await capturedMinor(providerId)).toBe(100_00)
})

test('batch: rows are selected, rehearsed and started without a mouse @long', async ({ page }) => {
  const prefix = `KEYS${stamp()}`
  await addOrders(prefix, 5)
  await new SignInPage(page).signInAs('admin')
  const ticks = await openList(page, prefix)
  await expect(ticks).toHaveCount(5)
  await ticks.nth(1).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('1 selected')).toBeVisible()
  await ticks.nth(3).focus()
  await page.keyboard.press('Shift+Space')
  await expect(page.getByText('3 selected')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Capture 3' })).toBeFocused()
  // Back to the rows, and again to what can be done.
  await page.keyboard.press('Escape')
  await expect(ticks.nth(3)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const batch = new BatchPage(page)
  await batch.rehearsed()
  await batch.confirm.focus()
  await page.keyboard.press('Space')
  await batch.start.focus()
  await page.keyboard.press('Enter')
  await batch.ended()
  await expect.poll(() => batch.counts()).toEqual({ Done: 3 })
})

test('batch: a selection outlives a look at a payment, on a phone too @long', async ({ page }) => {
  const prefix = `LOOK${stamp()}`
  await addOrders(prefix, 3)
  await new SignInPage(page).signInAs('staff')
  const ticks = await openList(page, prefix)
  await ticks.nth(0).click()
  await ticks.nth(2).click()
  await expect(page.getByText('2 selected')).toBeVisible()
  await expectAccessibleEverywhere(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('link', { name: `${prefix}-02` }).click()
  await page.waitForURL(/transactions\/[0-9a-f-]{36}/)
  await page.goBack()
  await expect(page.getByText('2 selected')).toBeVisible()
  await expect(ticks.nth(0)).toBeChecked()
  await expect(ticks.nth(1)).not.toBeChecked()
  // Another list begins without a selection, though it has the same rows.
  await page.getByRole('link', { name: 'Authorized' }).first().click()
  await expect(page).toHaveURL(/status=authorized/)
  await expect(ticks.nth(0)).not.toBeChecked()
  await page.goBack()
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the selection' }).click()
  await expect(ticks.nth(0)).not.toBeChecked()
})

test('batch: a row is corrected, left out and taken in before the start', async ({ page }) => {
  const prefix = `EDIT${stamp()}`
  const [first, second] = await addOrders(prefix, 3)
  await new SignInPage(page).signInAs('staff')
  const batch = new BatchPage(page)
  await batch.upload(
    'edit.csv',
    `order\n${first?.reference ?? ''}\n${second?.reference ?? ''}\n${prefix}-O3\n`,
  )
  await batch.rehearsed()
  const row = (name: string) => batch.row(name)
  await row(`${prefix}-01`)
    .getByRole('button', { name: `Change ${prefix}-01` })
    .click()
  await page.getByLabel('Amount in NOK').fill('30,25')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(row(`${prefix}-01`)).toContainText('30.25')
  await row(`${prefix}-02`).getByRole('checkbox').uncheck()
  await expect(batch.start).toHaveText(/^Capture 1 payment: NOK.30\.25$/)
  await row(`${prefix}-O3`)
    .getByRole('button', { name: /^Change/ })
    .click()
  await page.getByLabel('Order number').fill(`${prefix}-03`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(batch.start).toHaveText(/^Capture 2 payments: NOK.130\.25$/)
  // A confirmation is of the sum that was shown.
  await batch.confirm.check()
  await row(`${prefix}-02`).getByRole('checkbox').check()
  await expect(batch.start).toHaveText(/^Capture 3 payments: NOK.230\.25$/)
  await expect(batch.confirm).not.toBeChecked()
  await expect(batch.start).toBeDisabled()
  await page.getByRole('button', { name: 'Give it up' }).click()
  await expect(page.getByText('Given up before its start. Nothing was started.')).toBeVisible()
})

test('batch: an unclear file asks for its columns, and what is refused or offline is kept @long', async ({
  page,
  context,
}) => {
  const prefix = `COLS${stamp()}`
  await addOrders(prefix, 2, { amount: 100_00, status: 'CAPTURED' })
  await new SignInPage(page).signInAs('support')
  await page.goto('/transactions/batches/new')
  await waitUntilHydrated(page)
  const batch = new BatchPage(page)
  await page.getByLabel('Reason').selectOption('Returned')
  await page.getByLabel('Note').fill('spring returns')
  await page.getByText('A file', { exact: true }).click()
  await batch.choose('rubbish.csv', '\n\n')
  await batch.rehearse()
  await expect(page.getByRole('alert').filter({ hasText: 'This file has no rows.' })).toBeVisible()
  await expect(page.getByLabel('Note')).toHaveValue('spring returns')
  await expect(page.getByText('rubbish.csv')).toBeVisible()
  await batch.choose('day.csv', `what;else\n${prefix}-01;x\n${prefix}-02;y\n`)
  await context.setOffline(true)
  await batch.rehearse()
  await expect(page.getByRole('alert').filter({ hasText: 'No connection' })).toBeVisible()
  await context.setOffline(false)
  await batch.rehearse()
  await expect(page.getByRole('heading', { name: 'Which column is what?' })).toBeVisible()
  await expectAccessibleEverywhere(page)
  await page.getByLabel('Column 1: what').selectOption('Order number')
  await page.getByRole('button', { name: 'Rehearse with these columns' }).click()
  await batch.rehearsed()
  await expect(page.getByText('Reason: Returned: spring returns')).toBeVisible()
  await expect(batch.start).toHaveText(/^Refund 2 payments: NOK.200\.00$/)
})

test('batch: a refund of selected rows asks for its reason first @long', async ({ page }) => {
  const prefix = `BACK${stamp()}`
  await addOrders(prefix, 2, { amount: 100_00, status: 'CAPTURED' })
  await new SignInPage(page).signInAs('support')
  const ticks = await openList(page, prefix)
  await ticks.nth(0).click()
  await ticks.nth(1).click()
  await page.getByRole('button', { name: 'Refund 2' }).click()
  const dialog = page.getByRole('dialog', { name: 'Refund 2 payments' })
  await dialog.getByRole('button', { name: 'Rehearse' }).click()
  await expect(dialog.getByText('Pick a reason.')).toBeVisible()
  await expectAccessibleEverywhere(page)
  await dialog.getByLabel('Reason').selectOption('Returned')
  await dialog.getByRole('button', { name: 'Rehearse' }).click()
  const batch = new BatchPage(page)
  await batch.rehearsed()
  await expect(page.getByText('Reason: Returned')).toBeVisible()
  await expect(batch.start).toHaveText(/^Refund 2 payments: NOK.200\.00$/)
})

test('batch: a viewer sees no ticks, and is told who starts batches @long', async ({ page }) => {
  await new SignInPage(page).signInAs('viewer')
  await page.goto('/transactions')
  await waitUntilHydrated(page)
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await page.getByRole('link', { name: 'Batches' }).click()
  await page.waitForURL('/transactions/batches')
  await expect(page.getByRole('link', { name: 'New batch' })).toHaveCount(0)
  await page.goto('/transactions/batches/new')
  await expect(page.getByText(/can start them/)).toBeVisible()
})
