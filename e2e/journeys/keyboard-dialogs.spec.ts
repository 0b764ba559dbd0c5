import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { orderReferenceOf, type JourneyPayment } from '../support/journey-payments'

const MOST_TABS = 40

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}

/** Opens a payment, and one of its dialogs by key. */
async function openByKey(page: Page, name: JourneyPayment, key: string): Promise<Locator> {
  await new SignInPage(page).signInAs('admin')
  await new TransactionsPage(page).open(orderReferenceOf(name))
  const transaction = new TransactionPage(page)
  await expect(transaction.captureButton).toBeVisible()
  await page.keyboard.press(key)
  await expect(transaction.dialog).toBeVisible()
  return transaction.dialog
}

test('keyboard: capture one line of two', async ({ page }) => {
  const dialog = await openByKey(page, 'keyboard-capture', 'c')
  await tabTo(page, dialog.getByRole('radio', { name: 'Everything left' }))
  await page.keyboard.press('ArrowRight')
  await tabTo(page, dialog.getByRole('checkbox', { name: /Home delivery/ }))
  await page.keyboard.press('Space')
  await tabTo(page, dialog.getByRole('button', { name: /^Capture NOK.49\.00/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /NOK.49\.00 captured/ })).toBeVisible()
})

test('keyboard: refund everything with a reason', async ({ page }) => {
  const dialog = await openByKey(page, 'keyboard-refund', 'r')
  await tabTo(page, dialog.getByLabel('Reason', { exact: true }))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, dialog.getByRole('button', { name: /^Refund NOK.149\.00/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /NOK.149\.00 refunded/ })).toBeVisible()
})

test('keyboard: void is submitted from its note with Enter', async ({ page }) => {
  const dialog = await openByKey(page, 'keyboard-void', 'v')
  await tabTo(page, dialog.getByLabel('Reason', { exact: true }))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, dialog.getByLabel(/^Note/))
  await page.keyboard.type('Rang the customer')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /NOK.149\.00 (released|voided)/ })).toBeVisible()
})

test('keyboard: add item with name and price', async ({ page }) => {
  const dialog = await openByKey(page, 'keyboard-add-item', 'a')
  await tabTo(page, dialog.getByLabel('Description'))
  await page.keyboard.type('Gift wrap')
  await tabTo(page, dialog.getByLabel(/^Price of one/))
  await page.keyboard.type('20')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('region', { name: 'Order items' })).toContainText('Gift wrap')
})

test('keyboard: an incomplete refund says what is missing, leads there and keeps the entry', async ({
  page,
}) => {
  const dialog = await openByKey(page, 'by-key', 'r')
  const reason = dialog.getByLabel('Reason', { exact: true })
  const note = dialog.getByLabel(/^Note/)
  await tabTo(page, note)
  await page.keyboard.type('Came back')
  await expect(dialog).not.toContainText('Pick a reason.')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('Pick a reason.')
  await expect(reason).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('r')
  await expect(note).toHaveValue('Came back')
})
