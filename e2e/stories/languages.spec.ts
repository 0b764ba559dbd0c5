import { expect, test } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import { expectAccessible } from '../support/expect-accessible'
import { orderReferenceOf } from '../support/story-payments'

const ORDER = orderReferenceOf('accessible-norwegian')

test.describe('a browser that asks for Norwegian', () => {
  test.use({ locale: 'nb-NO' })

  test('gets Norwegian pages and amounts, until the person changes to English', async ({
    page,
    context,
  }) => {
    await page.goto('/sign-in')
    await expect(page.locator('html')).toHaveAttribute('lang', 'nb')
    await expectAccessible(page)
    await page.getByLabel('E-postadresse').fill('staff@paydesk.example')
    await page.getByLabel('Passord').fill('paydesk-demo')
    await page.getByRole('button', { name: 'Logg inn' }).click()

    await page.getByRole('searchbox', { name: 'Søk i alle transaksjoner' }).fill(ORDER)
    await page.keyboard.press('Enter')
    const row = page.getByRole('row').filter({ hasText: ORDER })
    await expect(row).toContainText('Reservert')
    await expect(row).toContainText(/149,00.kr/)
    await expectAccessible(page)

    await row.getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/149,00.kr fra Test Kunde/)
    await page.getByRole('button', { name: 'Trekk', exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: /^Språk/ }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/NOK.149\.00 from Test/)
    await expect(page.getByRole('region', { name: 'Order items' })).toContainText('25% VAT')
    const cookies = await context.cookies()
    expect(cookies.find(({ name }) => name === 'paydesk-locale')?.value).toBe('en')
  })
})

test('an amount is found however it is written', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  for (const amount of ['1 249,00', '1,249.00', '1249']) {
    await page.goto(`/transactions?q=${encodeURIComponent(amount)}`)
    const row = page.getByRole('row').filter({ hasText: orderReferenceOf('capture-all') })
    await expect(row).toContainText(/1,249\.00.NOK/)
  }
})
