import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'

test('staff sign in, see who they are, and sign out', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  await expect(page).toHaveURL(/\/transactions/)
  await expect(page.getByText('Anna Lie')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto('/transactions')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('a wrong password and an unknown person get the same answer, and the e-mail stays', async ({
  page,
}) => {
  const answers: string[] = []
  for (const email of ['admin@paydesk.example', 'nobody@paydesk.example']) {
    await page.goto('/sign-in')
    await new SignInPage(page).signIn(email, 'not-the-password')
    const alert = page.getByRole('alert').filter({ hasText: /\w/ }).first()
    await expect(alert).toBeVisible()
    answers.push(await alert.innerText())
    await expect(page.getByLabel('E-mail address')).toHaveValue(email)
  }
  expect(answers[0]).toBe(answers[1])
})

test('a signed-out visit asks to sign in and then goes where it was going', async ({ page }) => {
  await page.goto('/transactions?view=captured')
  await expect(page).toHaveURL(/\/sign-in\?from=/)
  await new SignInPage(page).signIn('support@paydesk.example', 'paydesk-demo')
  await expect(page).toHaveURL(/\/transactions\?view=captured/)
})

test('a page of another site cannot send people elsewhere after signing in', async ({ page }) => {
  await page.goto('/sign-in?from=https://evil.example/')
  await new SignInPage(page).signIn('support@paydesk.example', 'paydesk-demo')
  await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/transactions/)
})

test.describe('in Norwegian', () => {
  test.use({ locale: 'nb-NO' })

  test('a browser that asks for it is answered in it, until its reader chooses English', async ({
    page,
  }) => {
    await page.goto('/sign-in')
    await expect(page.locator('html')).toHaveAttribute('lang', 'nb')
    await page.getByLabel('E-postadresse').fill('staff@paydesk.example')
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await expect(page.getByText('Skriv inn passordet ditt.')).toBeVisible()
    await page.getByLabel('Passord').fill('paydesk-demo')
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await page.getByRole('button', { name: /^Språk: Norsk bokmål/ }).click()
    await expect(page.getByRole('link', { name: 'Transactions' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })
})
