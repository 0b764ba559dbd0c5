import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { PeoplePage } from '../pages/people-page'
import { SignInPage } from '../pages/sign-in-page'
import { expectAccessible, expectAccessibleEverywhere } from '../support/expect-accessible'
import { personAs } from '../support/in-review'
import { newPerson } from '../support/new-person'
import { expect, test } from '../support/test'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

const PASSWORD = 'three words in a row'

/** A code of now, or of the step before or after: each counts once. */
function codeOf(secret: string, step: -1 | 0 | 1): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + step * 30 })
}

/** Invites a person, who chooses a password and opens the own account. */
async function invited(admin: PeoplePage, page: Page, name: string, email: string) {
  const link = await admin.invite({ name, email, role: 'support' })
  await new PeoplePage(page).choosePassword(link, PASSWORD)
  await page.waitForURL(/\/transactions/)
  await page.goto('/account')
  await waitUntilHydrated(page)
}

test('second factor: set up, asked for after the password, replaced by a recovery code, and reset', async ({
  browser,
}) => {
  test.slow()
  const adminPage = await personAs(browser, 'admin')
  const admin = new PeoplePage(adminPage)
  await admin.open()
  const page = await (await browser.newContext()).newPage()
  const { name, email } = newPerson('Tor Eide')
  await invited(admin, page, name, email)

  const card = page.getByRole('region', { name: 'Second factor' })
  await card.getByLabel('Current password').fill('wrong')
  await card.getByRole('button', { name: 'Set up an app' }).click()
  await expect(card.getByText('The current password is not right.')).toBeVisible()
  await card.getByLabel('Current password').fill(PASSWORD)
  await card.getByRole('button', { name: 'Set up an app' }).click()
  await expect(card.getByRole('img', { name: 'QR code' })).toBeVisible()
  await expectAccessible(page)
  const secret = (await card.locator('code').innerText()).replaceAll(/\s/g, '')
  await card.getByLabel('Code that the app shows').fill('12345')
  await card.getByRole('button', { name: 'Turn on' }).click()
  await expect(card.getByText('Enter the six digits that your app shows')).toBeVisible()
  await card.getByLabel('Code that the app shows').fill(codeOf(secret, -1))
  await card.getByRole('button', { name: 'Turn on' }).click()
  await expect(card.getByRole('listitem')).toHaveCount(10)
  await expectAccessible(page)
  const [first = '', second = ''] = await card.getByRole('listitem').allInnerTexts()
  const saved = page.waitForEvent('download')
  await card.getByRole('button', { name: 'Download as text' }).click()
  expect(await readFile(await (await saved).path(), 'utf8')).toContain(`${first}\n${second}\n`)
  await card.getByRole('button', { name: 'I have kept them' }).click()
  await expect(card).toContainText('You have 10 recovery codes left.')

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  await page.goto('/transactions?view=captured')
  await new SignInPage(page).signIn(email, PASSWORD)
  const code = page.getByLabel('Code from the app')
  await code.fill('000 000')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('check the clock of your phone')).toBeVisible()
  await expect(code).toBeFocused()
  await expectAccessibleEverywhere(page)
  await code.fill(codeOf(secret, 1))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/transactions\?view=captured/)

  const other = await (await browser.newContext()).newPage()
  await other.goto('/sign-in')
  await new SignInPage(other).signIn(email, PASSWORD)
  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(other.url())
  await expect(elsewhere).toHaveURL(/\/sign-in$/)
  await other.getByRole('link', { name: 'Use a recovery code' }).click()
  await other.getByLabel('Recovery code').fill(first.toUpperCase())
  await expectAccessibleEverywhere(other)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other).toHaveURL(/\/transactions/)

  await admin.open()
  await expect(adminPage.getByRole('row').filter({ hasText: name })).toContainText('App')
  await admin.openPerson(name)
  await admin.press('Reset second factor', `${name} has no second factor any more`)
  const link = await adminPage.getByLabel(`One-time link for ${name}`).inputValue()
  await expectAccessibleEverywhere(adminPage)
  await page.goto('/transactions')
  await expect(page).toHaveURL(/\/sign-in/)
  await new SignInPage(page).signIn(email, PASSWORD)
  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible()
  await new PeoplePage(page).choosePassword(link, `${PASSWORD} again`)
  await expect(page).toHaveURL(/\/transactions/)
})
