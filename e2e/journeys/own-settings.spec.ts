import { PeoplePage } from '../pages/people-page'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionsPage } from '../pages/transactions-page'
import { personAs } from '../support/in-review'
import { orderReferenceOf } from '../support/journey-payments'
import { newPerson } from '../support/new-person'
import { expect, test } from '../support/test'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

const PASSWORD = 'three words in a row'

test('own settings: name, language, theme and time zone follow to another browser @long', async ({
  browser,
}) => {
  const admin = new PeoplePage(await personAs(browser, 'admin'))
  await admin.open()
  const { name, email } = newPerson('Liv Berg')
  const link = await admin.invite({ name, email, role: 'viewer' })
  const page = await (await browser.newContext()).newPage()
  await new PeoplePage(page).choosePassword(link, PASSWORD)
  await page.waitForURL(/\/transactions/)

  await page.goto('/account')
  await waitUntilHydrated(page)
  const you = page.getByRole('region', { name: 'You' })
  await you.getByLabel('Name').fill('Liv\u202e Ås')
  await you.getByLabel('Theme').selectOption('dark')
  await you.getByLabel('Time zone').fill('Asia/Tokyo')
  await you.getByRole('button', { name: 'Save' }).click()
  await expect(you.getByLabel('Name')).toHaveAccessibleDescription(/none of them invisible/)
  await expect(you.getByLabel('Name')).toBeFocused()
  await you.getByLabel('Name').fill('Liv Ås')
  await you.getByRole('button', { name: 'Save' }).click()
  await expect(you.getByRole('status')).toHaveText('Saved.')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: /^en: / }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kontoen din')
  await expect(page.getByLabel('Språk', { exact: true })).toHaveValue('nb')

  const other = await (await browser.newContext({ colorScheme: 'light' })).newPage()
  await other.goto('/sign-in')
  await new SignInPage(other).signIn(email, PASSWORD)
  await other.waitForURL(/\/transactions/)
  await expect(other.locator('html')).toHaveAttribute('lang', 'nb')
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(other.getByRole('link', { name: /Liv Ås/ })).toBeVisible()
  await new TransactionsPage(other).open(orderReferenceOf('accessible-norwegian'))
  const time = other.locator('main time').first()
  await expect(time).toHaveAttribute('title', /(GMT\+9|JST)/)

  // The theme shows before it is stored, and only then may the other browser read it.
  const stored = other.waitForResponse((response) => response.request().method() === 'POST')
  await other.getByRole('button', { name: /^Tema: / }).click()
  await expect(other.locator('html')).not.toHaveAttribute('data-theme')
  await stored
  await page.reload()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')

  await other.getByRole('button', { name: 'Logg ut' }).click()
  await other.waitForURL(/\/sign-in/)
  await expect(other.getByRole('heading', { name: 'Logg inn' })).toBeVisible()
})
