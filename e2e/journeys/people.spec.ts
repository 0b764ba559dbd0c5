import { PeoplePage } from '../pages/people-page'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { expectAccessible, expectAccessibleEverywhere } from '../support/expect-accessible'
import { personAs } from '../support/in-review'
import { orderReferenceOf } from '../support/journey-payments'
import { newPerson } from '../support/new-person'
import { expect, test } from '../support/test'

const PASSWORD = 'three words in a row'

test('people: an admin invites a colleague by a link, who chooses a password and captures', async ({
  browser,
}) => {
  const admin = new PeoplePage(await personAs(browser, 'admin'))
  await admin.open()
  const { name, email } = newPerson('Nora Vik')
  const link = await admin.invite({ name, email, role: 'staff' })

  const page = await (await browser.newContext()).newPage()
  const guest = new PeoplePage(page)
  await guest.choosePassword(link, 'too short')
  await expect(page.getByText('The password must have at least 12 characters.')).toBeVisible()
  await expectAccessibleEverywhere(page)
  const password = page.getByLabel('Password', { exact: true })
  await expect(password).toHaveAttribute('type', 'password')
  await expect(password).toHaveAttribute('autocomplete', 'new-password')
  await password.fill(PASSWORD)
  await page.getByRole('button', { name: 'Choose and sign in' }).click()
  await page.waitForURL(/\/transactions/)
  await new TransactionsPage(page).open(orderReferenceOf('first-capture'))
  await new TransactionPage(page).capture()
  await expect(page.getByRole('heading', { name: /captured/ })).toBeVisible()

  const second = await (await browser.newContext()).newPage()
  await second.goto(link)
  await expect(second.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
})

test('people: what an admin changes counts from the person’s next click', async ({ browser }) => {
  test.slow()
  const page = await personAs(browser, 'admin')
  const admin = new PeoplePage(page)
  await admin.open()
  const { name, email } = newPerson('Ole Dahl')
  const link = await admin.invite({ name, email, role: 'viewer' })
  await page.getByLabel('State').selectOption('Invited')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByRole('row', { name: email })).toContainText('Invited')
  await page.getByLabel('Name or e-mail address').fill('no one like this')
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('heading', { name: 'No one matches “no one like this”' }),
  ).toBeVisible()
  await expect(page.getByLabel('State')).toHaveValue('invited')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Show everyone' }).last().click()
  await expect(page).toHaveURL(/\/settings\/people$/)
  const ole = await (await browser.newContext()).newPage()
  await new PeoplePage(ole).choosePassword(link, PASSWORD)
  await ole.waitForURL(/\/transactions/)

  await admin.open()
  await admin.openPerson(name)
  const elsewhere = '/transactions?view=all&provider=bambora-checkout'
  await ole.goto(elsewhere)
  await expect(ole.getByRole('table')).toBeVisible()
  const scope = page.getByRole('group', { name: `Connections of ${name}` })
  await scope.getByLabel('Only these').check()
  await scope.getByLabel('Fjord & Field (sandbox)').check()
  await expectAccessible(page)
  await admin.press('Save the connections', `${name} sees these connections now.`)
  await ole.goto(elsewhere)
  await expect(ole.getByRole('table')).toHaveCount(0)
  await page.getByLabel(`Role of ${name}`).selectOption('admin')
  await admin.press('Save the role', `${name} has the role Admin now.`)
  await ole.reload()
  await expect(ole.getByRole('link', { name: 'Settings' })).toBeVisible()

  await admin.press('Disable', `${name} can no longer sign in.`)
  await ole.goto('/transactions')
  await expect(ole).toHaveURL(/\/sign-in/)
  await admin.press('Enable', `${name} can sign in again.`)
  await expect(async () => {
    await new SignInPage(ole).signIn(email, 'a wrong password')
    await expect(ole.getByText('Too many failed sign-ins')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await admin.press('Unlock', `${name} can try again.`)
  await new SignInPage(ole).signIn(email, PASSWORD)
  await ole.waitForURL(/\/transactions/)

  await page.getByRole('button', { name: 'Make a link for a new password' }).click()
  const reset = await page.getByLabel(`One-time link for ${name}`).inputValue()
  await new PeoplePage(ole).choosePassword(reset, `${PASSWORD} again`)
  await ole.waitForURL(/\/transactions/)
  await page.reload()
  await admin.press('Sign out everywhere', 'One browser is signed out.')
  await ole.goto('/transactions')
  await expect(ole).toHaveURL(/\/sign-in/)
})

test('people: an invitation that is refused keeps its entry and says why', async ({ browser }) => {
  const page = await personAs(browser, 'admin')
  await new PeoplePage(page).open()
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog')
  const email = dialog.getByLabel('E-mail address')
  await dialog.getByLabel('Name').fill('Somebody Else')
  await email.fill('STAFF@paydesk.example')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  await expect(dialog).toContainText('A person with this e-mail address is there already.')
  await expect(email).toBeFocused()
  await expect(email).toHaveValue('STAFF@paydesk.example')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('account: another browser is signed out alone, and by a changed password, this one never @long', async ({
  browser,
}) => {
  const admin = new PeoplePage(await personAs(browser, 'admin'))
  await admin.open()
  const { name, email } = newPerson('Siri Moen')
  const link = await admin.invite({ name, email, role: 'support' })
  const page = await (await browser.newContext()).newPage()
  await new PeoplePage(page).choosePassword(link, PASSWORD)
  await page.waitForURL(/\/transactions/)
  const other = await (await browser.newContext()).newPage()
  await other.goto('/sign-in')
  await new SignInPage(other).signIn(email, PASSWORD)
  await other.waitForURL(/\/transactions/)

  await page.getByRole('link', { name: 'Signed in as' }).click()
  const browsers = page.getByRole('region', { name: 'Browsers' })
  await expect(browsers.getByRole('listitem').filter({ hasText: 'This browser' })).toHaveCount(1)
  await expect(browsers.getByText(/^Chrome on \w+/)).toHaveCount(2)
  await expect(browsers.getByText(/^Signed in .*\d/)).toHaveCount(2)
  await browsers.getByRole('button', { name: /^Sign out/ }).click()
  await expect(browsers.getByText('One browser is signed out.')).toBeVisible()
  await expect(browsers.getByRole('listitem')).toHaveCount(1)
  await other.goto('/transactions')
  await expect(other).toHaveURL(/\/sign-in/)
  await new SignInPage(other).signIn(email, PASSWORD)
  await other.waitForURL(/\/transactions/)

  const current = page.getByRole('region', { name: 'Password' }).getByLabel('Current password')
  await current.fill('wrong')
  await page.getByLabel('New password').fill(`${PASSWORD} again`)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('The current password is not right.')).toBeVisible()
  await current.fill(PASSWORD)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('One other browser is signed out.')).toBeVisible()
  await other.goto('/transactions')
  await expect(other).toHaveURL(/\/sign-in/)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
})
