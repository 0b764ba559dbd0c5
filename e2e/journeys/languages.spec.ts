import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionsPage } from '../pages/transactions-page'
import { expectAccessible } from '../support/expect-accessible'
import { orderReferenceOf } from '../support/journey-payments'

const ORDER = orderReferenceOf('accessible-norwegian')

test.use({ locale: 'nb-NO' })

test('Norwegian: a payment, its page and its capture dialog', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-postadresse').fill('staff@paydesk.example')
  await page.getByLabel('Passord').fill('paydesk-demo')
  await page.getByRole('button', { name: 'Logg inn', exact: true }).click()

  await page.getByRole('searchbox', { name: 'Søk i alle transaksjoner' }).fill(ORDER.slice(0, -1))
  await page.keyboard.press('Enter')
  const row = page.getByRole('row').filter({ hasText: ORDER })
  await expect(row).toContainText('Reservert')
  await expect(row).toContainText(/149,00.kr/)
  await expectAccessible(page)

  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/149,00.kr fra Test Kunde/)
  await expect(page.getByRole('region', { name: 'Ordrelinjer' })).toContainText(/25.% mva\./)
  await page.getByRole('button', { name: 'Trekk', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: /149,00.kr/ })).toBeVisible()
  await expectAccessible(page)
})

test.describe("time zones: for a reader outside the shop's zone", () => {
  test.use({ locale: 'en-GB', timezoneId: 'Europe/Helsinki' })

  test('a time is in the shop’s zone, and in the reader’s on hover', async ({ page }) => {
    await new SignInPage(page).signInAs('viewer')
    await new TransactionsPage(page).open(ORDER)
    const history = page.getByRole('region', { name: 'History' })
    const time = history.locator('time').first()
    const [hour = 0] = (await time.innerText()).split(':').map(Number)
    // The reader's own zone is known once the page can be used.
    await expect(time).toHaveAttribute('title', / where you are$/)
    const title = (await time.getAttribute('title')) ?? ''
    const [business, own] = title.split('; ')
    expect(business).toContain(await time.innerText())
    expect(own).toContain(`${String((hour + 1) % 24).padStart(2, '0')}:`)
  })
})
