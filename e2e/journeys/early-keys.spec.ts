import type { Page } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { orderReferenceOf } from '../support/journey-payments'
import { expect, test } from '../support/test'

const SCRIPTS = '**/_next/static/**/*.js'

/** Opens an address and returns while its scripts are still on their way. */
async function arrive(page: Page, address: string): Promise<void> {
  await page.route(SCRIPTS, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByRole('heading', { level: 1 }).waitFor()
}

test('early keys: a shortcut pressed before the page can react works (H14)', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  await new TransactionsPage(page).open(orderReferenceOf('early-key'))
  const address = page.url()
  await arrive(page, address)
  await page.keyboard.press('c')
  await expect(new TransactionPage(page).dialog).toContainText('Capture')
  await page.keyboard.press('Escape')

  await arrive(page, address)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
})

test('early keys: a shortcut pressed on the way to a payment works there (H14)', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('staff')
  await page.goto(`/transactions?q=${orderReferenceOf('early-key').slice(0, -1)}`)
  const link = page.getByRole('link', { name: new RegExp(orderReferenceOf('early-key')) })
  await link.click()
  await page.keyboard.press('c')
  await expect(new TransactionPage(page).dialog).toContainText('Capture')
})

test('early keys: what is typed into a field before the page can react stays there (H14)', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('staff')
  await arrive(page, '/transactions')
  await page.getByRole('searchbox').focus()
  await page.keyboard.type('c')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('searchbox')).toHaveValue('c')
})
