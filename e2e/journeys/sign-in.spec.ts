import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'

test('sign-in: staff sign in, see their name, and sign out', async ({ page }) => {
  await new SignInPage(page).enterAs('staff')
  await expect(page).toHaveURL(/\/transactions/)
  await expect(page.getByText('Anna Lie')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto('/transactions')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('sign-in: a wrong password and an unknown user get the same error, and the e-mail stays', async ({
  page,
}) => {
  const answers: string[] = []
  for (const email of ['admin@paydesk.example', 'unknown@paydesk.example']) {
    await page.goto('/sign-in')
    await new SignInPage(page).signIn(email, 'not-the-password')
    const alert = page.getByRole('alert').filter({ hasText: /\w/ }).first()
    await expect(alert).toBeVisible()
    answers.push(await alert.innerText())
    await expect(page.getByLabel('E-mail address')).toHaveValue(email)
  }
  expect(answers[0]).toBe(answers[1])
})

test('sign-in: a signed-out visit returns to its page after signing in', async ({ page }) => {
  await page.goto('/transactions?view=captured')
  await expect(page).toHaveURL(/\/sign-in\?from=/)
  await new SignInPage(page).signIn('support@paydesk.example', 'paydesk-demo')
  await expect(page).toHaveURL(/\/transactions\?view=captured/)
})

test('sign-in: an address of another site is not followed after signing in', async ({ page }) => {
  await page.goto('/sign-in?from=https://evil.example/')
  await new SignInPage(page).signIn('support@paydesk.example', 'paydesk-demo')
  await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/transactions/)
})

test.describe('sign-in in Norwegian', () => {
  test.use({ locale: 'nb-NO' })

  test("the browser's language is used until the user chooses English", async ({ page }) => {
    await page.goto('/sign-in')
    await expect(page.locator('html')).toHaveAttribute('lang', 'nb')
    await page.getByLabel('E-postadresse').fill('staff@paydesk.example')
    await page.getByRole('button', { name: 'Logg inn', exact: true }).click()
    await expect(page.getByText('Skriv inn passordet ditt.')).toBeVisible()
    await page.getByLabel('Passord').fill('paydesk-demo')
    await page.getByRole('button', { name: 'Logg inn', exact: true }).click()
    await page.getByRole('button', { name: /Språk: Norsk bokmål/ }).click()
    await expect(page.getByRole('link', { name: 'Transactions' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })
})
