import type { Page } from '@playwright/test'
import { PeoplePage } from '../pages/people-page'
import { SignInPage } from '../pages/sign-in-page'
import { expectAccessible } from '../support/expect-accessible'
import { personAs } from '../support/in-review'
import { newPerson } from '../support/new-person'
import { expect, test } from '../support/test'
import { addVirtualAuthenticator } from '../support/virtual-authenticator'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

const PASSWORD = 'three words in a row'

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const passkeys = page.getByRole('region', { name: 'Passkeys' })
  await passkeys.getByLabel('Name', { exact: true }).fill(name)
  await passkeys.getByLabel('Current password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the passkey' }).click()
  await expect(page.getByRole('status').filter({ hasText: `“${name}” is added` })).toBeFocused()
}

async function signInByPasskey(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
}

test('passkeys: one is added, signs in without a password, and is refused once it is removed @long', async ({
  browser,
}) => {
  test.slow()
  const adminPage = await personAs(browser, 'admin')
  const admin = new PeoplePage(adminPage)
  await admin.open()
  const { name, email } = newPerson('Eli Nord')
  const link = await admin.invite({ name, email, role: 'staff' })
  const page = await (await browser.newContext()).newPage()
  const device = await addVirtualAuthenticator(page)
  await new PeoplePage(page).choosePassword(link, PASSWORD)
  await page.waitForURL(/\/transactions/)

  await addPasskey(page, 'Work laptop')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(/\/sign-in/)
  await page.goto('/sign-in?from=%2Ftransactions%3Fview%3Dcaptured')
  await device.verifyPerson(false)
  await signInByPasskey(page)
  await expect(page.getByText('Your device gave no passkey')).toBeVisible()
  await device.verifyPerson(true)
  await signInByPasskey(page)
  await expect(page).toHaveURL(/\/transactions\?view=captured/)

  await page.goto('/account')
  await page.getByRole('button', { name: 'Remove: Work laptop' }).click()
  const passkeys = page.getByRole('region', { name: 'Passkeys' })
  await passkeys.getByLabel('Current password').fill('wrong')
  await page.getByRole('button', { name: 'Remove the passkey' }).click()
  await expect(passkeys.getByText('The current password is not right.')).toBeVisible()
  await passkeys.getByLabel('Current password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Remove the passkey' }).click()
  await expect(page.getByText('The passkey “Work laptop” is removed.')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(/\/sign-in/)
  await signInByPasskey(page)
  await expect(page.getByText('Paydesk does not take this passkey')).toBeVisible()

  await device.clear()
  await new SignInPage(page).signIn(email, PASSWORD)
  await page.waitForURL(/\/transactions/)
  await addPasskey(page, 'Phone')
  await admin.open()
  await admin.openPerson(name)
  await admin.press('Remove passkeys', `${name} can sign in with the password alone now.`)
  await page.goto('/transactions')
  await expect(page).toHaveURL(/\/sign-in/)
  await waitUntilHydrated(page)
  await signInByPasskey(page)
  await expect(page.getByText('Paydesk does not take this passkey')).toBeVisible()
})
