import type { Page } from '@playwright/test'
import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { orderReferenceOf, type JourneyPayment } from '../support/journey-payments'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

/** Opens the payment and waits until its keys work. */
async function openPayment(page: Page, name: JourneyPayment): Promise<TransactionPage> {
  await new TransactionsPage(page).open(orderReferenceOf(name))
  const transaction = new TransactionPage(page)
  await expect(transaction.captureButton).toBeVisible()
  return transaction
}

const OPERATIONS = [
  { key: 'c', title: 'Capture', submit: /^Capture .*\d/ },
  { key: 'r', title: 'Refund', submit: /^Refund/ },
  { key: 'v', title: 'Void', submit: /^Void|^Release/ },
  { key: 'a', title: 'Add item', submit: /./ },
] as const

test.beforeEach(async ({ page }) => {
  await new SignInPage(page).signInAs('admin')
})

test('keyboard: a payment is found, opened and left without a mouse', async ({ page }) => {
  const order = orderReferenceOf('by-key')
  await page.goto('/transactions')
  await waitUntilHydrated(page)
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  // The whole reference would open the payment immediately.
  await page.keyboard.type(order.slice(0, -1))
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=/)
  const link = page.getByRole('link', { name: new RegExp(order) })
  await link.waitFor()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('j')
  await expect(link).toBeFocused()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/transactions\/[0-9a-f-]{36}/)
})

test('keyboard: j, k and the arrows move through the rows and stop at the ends', async ({
  page,
}) => {
  await page.goto('/transactions?view=all')
  await waitUntilHydrated(page)
  const links = page.locator('tbody tr').getByRole('link')
  await links.first().waitFor()
  await page.keyboard.press('j')
  await expect(links.nth(0)).toBeFocused()
  await page.keyboard.press('k')
  await expect(links.nth(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowUp')
  await expect(links.nth(1)).toBeFocused()
})

test('keyboard: each operation opens by its key, and Escape closes it without sending', async ({
  page,
}) => {
  const { dialog } = await openPayment(page, 'by-key')
  for (const { key, submit } of OPERATIONS) {
    await page.keyboard.press(key)
    await expect(dialog).toBeVisible()
    await expect(dialog.locator('button[type=submit]')).toHaveText(submit)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
})

test('keyboard: a letter in a field or with a modifier opens no dialog', async ({ page }) => {
  const { dialog } = await openPayment(page, 'by-key')
  await page.keyboard.press('r')
  await dialog.getByLabel(/Note/).fill('')
  await page.keyboard.type('vac?/')
  await expect(dialog.getByLabel(/Note/)).toHaveValue('vac?/')
  await expect(dialog).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+c')
  await expect(dialog).toBeHidden()
})

test('keyboard: the key of an impossible action shows the reason', async ({ page }) => {
  const { dialog } = await openPayment(page, 'refund-not-permitted')
  await page.keyboard.press('c')
  await expect(page.getByRole('status').filter({ hasText: /^Capture: / })).toBeVisible()
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('status').filter({ hasText: /^Capture: / })).toBeHidden()
})

test('keyboard: the help lists all shortcuts, and can disable them permanently @long', async ({
  page,
}) => {
  await page.goto('/transactions')
  await waitUntilHydrated(page)
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toContainText('Next row')
  const shortcuts = sheet.getByRole('checkbox', { name: /Shortcuts of one character/ })
  await expect(shortcuts).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')

  for (const isReloaded of [false, true]) {
    if (isReloaded) {
      await page.reload()
      await waitUntilHydrated(page)
    }
    await page.keyboard.press('/')
    await page.keyboard.press('?')
    await expect(sheet).toBeHidden()
    await expect(page.getByRole('searchbox')).not.toBeFocused()
  }
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Find and go' })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Keyboard shortcuts' }).press('Enter')
  await shortcuts.check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(sheet).toBeVisible()
})
