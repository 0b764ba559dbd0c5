import type { Page } from '@playwright/test'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { anyFreePort } from '@/scripts/ports'
import { runOrThrow } from '@/scripts/processes/run-command'
import { projectFolder } from '@/scripts/project'
import { startInstance } from '@/testing/application-instance'
import { commandArguments } from '@/testing/bundled-programs'
import {
  startIdentityProvider,
  TEST_CLIENT,
  type IdentityProvider,
} from '@/testing/identity-provider/identity-provider'
import { createTestDatabase } from '@/testing/test-database'
import { PeoplePage } from '../pages/people-page'
import { SignInPage } from '../pages/sign-in-page'
import { expectAccessible, expectAccessibleEverywhere } from '../support/expect-accessible'
import { expect, test } from '../support/test'

/** An application of its own beside a provider of its own. */
let address: string
let environment: Readonly<Record<string, string>>
let ownerUrl: string
let provider: IdentityProvider
let stop: () => Promise<void>

// Each goes on where the one before has left the people.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  const database = await createTestDatabase()
  ownerUrl = database.ownerUrl
  const port = await anyFreePort()
  const surroundings = { databaseUrl: database.url, sandbox: { url: 'http://127.0.0.1:1' } }
  environment = appEnvironment({
    databaseUrl: database.url,
    encryptionKey: randomSecret(),
    authSecret: randomSecret(),
    port,
    sandboxUrl: surroundings.sandbox.url,
    logLevel: 'warn',
  })
  address = `http://localhost:${port}`
  provider = await startIdentityProvider(`${address}/api/auth/callback/sso`)
  const application = await startInstance(surroundings, { environment, port })
  stop = async () => {
    application.process.kill('SIGTERM')
    await application.ended
    await provider.stop()
    await database.drop()
  }
})

test.afterAll(() => stop())

/** Runs what `npm run people` runs, for this application. */
function people(args: readonly string[]): Promise<string> {
  const own = { DATABASE_OWNER_URL: ownerUrl, PAYDESK_OIDC_CLIENT_SECRET: TEST_CLIENT.secret }
  const env = { ...process.env, ...environment, ...own }
  const command = commandArguments('people', args)
  return runOrThrow(process.execPath, command, { cwd: projectFolder, env, timeoutMs: 60_000 })
}

const signInBy = (page: Page) => page.getByRole('link', { name: 'Sign in with Test ID' }).click()

test('single sign-on: set up, a first sign-in, another role, no group, and the emergency admin', async ({
  browser,
}) => {
  test.slow()
  const set = ['--issuer', provider.issuer, '--client-id', TEST_CLIENT.id, '--name', 'Test ID']
  const shown = await people(['single-sign-on', 'set', ...set])
  expect(shown).toContain(`${address}/api/auth/callback/sso`)
  expect(shown).not.toContain(TEST_CLIENT.secret)
  await people(['single-sign-on', 'group', '--group', 'paydesk-admins', '--role', 'admin'])
  await people(['single-sign-on', 'group', '--group', 'paydesk-viewers', '--role', 'viewer'])
  const anna = { email: 'anna@shop.example', email_verified: true, name: 'Anna Lie' }
  provider.accounts.set('anna', { ...anna, groups: ['paydesk-viewers'] })
  provider.account = 'anna'

  const page = await (await browser.newContext({ baseURL: address })).newPage()
  await page.goto('/transactions?view=captured')
  await expect(page.getByLabel('E-mail address')).toBeVisible()
  await expectAccessibleEverywhere(page)
  await signInBy(page)
  await page.waitForURL(/\/transactions\?view=captured/)
  await page.goto('/account')
  await expect(page.getByText('You sign in by single sign-on.')).toBeVisible()
  await expect(page.getByRole('definition').getByText('Read only')).toBeVisible()
  await expect(page.getByLabel('Current password')).toHaveCount(0)

  // The role follows the groups at the next sign-in, and so does the way in.
  provider.accounts.set('anna', { ...anna, groups: ['paydesk-viewers', 'paydesk-admins'] })
  const other = await (await browser.newContext({ baseURL: address })).newPage()
  await other.goto('/sign-in')
  await signInBy(other)
  await other.waitForURL(/\/transactions/)
  await new PeoplePage(other).open()
  await expect(other.getByRole('row', { name: /Anna Lie.*Admin.*Single sign-on/ })).toBeVisible()
  await new PeoplePage(other).openPerson('Anna Lie')
  await expectAccessible(other)
  provider.accounts.set('anna', { ...anna, groups: [] })
  const third = await (await browser.newContext({ baseURL: address })).newPage()
  await third.goto('/sign-in')
  await signInBy(third)
  await expect(third.getByText('you are in none of the groups')).toBeVisible()
  await expectAccessible(third)
  expect((await third.context().cookies(address)).map(({ name }) => name)).toEqual([])
  await other.goto('/transactions')
  await other.waitForURL(/\/sign-in/)
})

test('single sign-on: a step-up at the provider, in another tab, lets an open dialog go on with its entry', async ({
  browser,
}) => {
  test.slow()
  await people(['step-up', '--refunds-above', 'none', '--for', 'people'])
  const cy = { email: 'cy@shop.example', email_verified: true, name: 'Cy Dahl' }
  provider.accounts.set('cy', { ...cy, groups: ['paydesk-admins'] })
  provider.account = 'cy'
  const page = await (await browser.newContext({ baseURL: address })).newPage()
  await page.goto('/sign-in')
  await signInBy(page)
  await page.waitForURL(/\/transactions/)
  await new PeoplePage(page).open()
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Kim Vik')
  await dialog.getByLabel('E-mail address').fill('kim@shop.example')
  await dialog.getByRole('button', { name: 'Make the link' }).click()

  const confirm = page.getByRole('link', { name: 'Confirm at your sign-in provider' })
  await expect(confirm).toBeFocused()
  await expectAccessibleEverywhere(page)
  const opened = page.context().waitForEvent('page')
  await confirm.click()
  const tab = await opened
  await tab.waitForURL(`${address}/account`)
  await expect(tab.getByText('You sign in by single sign-on.')).toBeVisible()
  await tab.close()
  await page.getByRole('button', { name: 'I have confirmed: go on' }).click()
  await expect(page.getByLabel('One-time link for Kim Vik')).toHaveValue(/\/welcome\//)
  await page.getByRole('button', { name: 'Done' }).click()
  await page.reload()
  await expect(page.getByRole('row', { name: 'kim@shop.example' })).toContainText('Invited')
  await people(['step-up', '--refunds-above', 'none', '--for', 'none'])
})

test('single sign-on: what it does not take comes back with a sentence', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: address })).newPage()
  provider.accounts.set('bo', { email: 'bo@shop.example', email_verified: true, groups: ['x'] })
  provider.account = 'bo'
  for (const [change, words] of [
    [{ nonce: 'another' }, 'was not meant for this sign-in'],
    [{ iss: 'https://elsewhere.example' }, 'was not meant for this sign-in'],
    [{ aud: 'another' }, 'was not meant for this sign-in'],
  ] as const) {
    provider.tamper = (claims) => ({ ...claims, ...change })
    await page.goto('/sign-in')
    await signInBy(page)
    await expect(page.getByText(words)).toBeVisible()
  }
  provider.tamper = null
  provider.account = null
  // The browser from above is still known to the provider.
  const fresh = await (await browser.newContext({ baseURL: address })).newPage()
  await fresh.goto('/sign-in?from=%2Foperations')
  await signInBy(fresh)
  await expect(fresh.getByText('You were not signed in at Test ID')).toBeVisible()
  await page.goto(`/api/auth/callback/sso?code=stolen&state=other`)
  await expect(page.getByText('This sign-in took too long')).toBeVisible()
  for (const path of ['/sign-in/sso', '/api/auth/callback/sso']) {
    expect((await page.request.head(path, { maxRedirects: 0 })).status()).toBe(405)
  }
})

test('single sign-on: with local passwords off, the emergency admin alone gets in', async ({
  browser,
}) => {
  const add = async (name: string) => {
    const person = ['--email', `${name}@shop.example`, '--name', name, '--role', 'admin']
    const printed = await people(['add', ...person, '--generate-password'])
    return /shown this once: (\S+)/.exec(printed)?.[1] ?? ''
  }
  const emergencyPassword = await add('emergency')
  const localPassword = await add('local')
  const off = ['single-sign-on', 'local-passwords', '--off', '--emergency-admin']
  await expect(people([...off, 'anna@shop.example'])).rejects.toThrow(/emergency admin must be/)
  await people([...off, 'emergency@shop.example'])
  const context = await browser.newContext({ baseURL: address })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await expect(page.getByLabel('E-mail address')).toBeHidden()
  await expectAccessibleEverywhere(page)
  await page.getByText('Sign in as the emergency admin').click()
  await new SignInPage(page).signIn('local@shop.example', localPassword)
  await expect(page.getByText('Passwords and passkeys are switched off here.')).toBeVisible()
  await expectAccessible(page)
  await new SignInPage(page).signIn('emergency@shop.example', emergencyPassword)
  await page.waitForURL(/\/transactions/)
})
