import { readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import type { Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { anyFreePort } from '@/scripts/ports'
import { runOrThrow } from '@/scripts/processes/run-command'
import { inProject, projectFolder } from '@/scripts/project'
import { startInstance } from '@/testing/application-instance'
import { commandArguments } from '@/testing/bundled-programs'
import { createTestDatabase } from '@/testing/test-database'
import { PeoplePage } from '../pages/people-page'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { COLOUR_SCHEMES } from '../support/colour-schemes'
import { expectAccessible } from '../support/expect-accessible'
import { sandbox, world } from '../support/journey'
import { newPerson } from '../support/new-person'
import { expect, test } from '../support/test'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

/** An application of its own, on a database without people. */
let address: string
let environment: Readonly<Record<string, string>>
/** With all rights, as the command line has them. */
let ownerUrl: string
let stop: () => Promise<void>

test.beforeAll(async () => {
  const database = await createTestDatabase()
  ownerUrl = database.ownerUrl
  const port = await anyFreePort()
  const surroundings = { databaseUrl: database.url, sandbox: { url: world().sandboxUrl } }
  environment = appEnvironment({
    databaseUrl: database.url,
    encryptionKey: randomSecret(),
    authSecret: randomSecret(),
    port,
    sandboxUrl: surroundings.sandbox.url,
    logLevel: 'warn',
  })
  const application = await startInstance(surroundings, { environment, port })
  address = `http://localhost:${port}/sign-in`
  stop = async () => {
    application.process.kill('SIGTERM')
    await application.ended
    await database.drop()
  }
})

test.afterAll(() => stop())

function hintOn(page: Page) {
  return page.getByRole('region', { name: /No one can sign in yet|Ingen kan logge inn ennå/ })
}

for (const { colorScheme, tag } of COLOUR_SCHEMES) {
  test.describe(colorScheme, { tag }, () => {
    test.use({ colorScheme })

    test('the sign-in page of an empty database is accessible', async ({ page }) => {
      await page.goto(address)
      await expect(hintOn(page)).toContainText('npm run people -- add')
      await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(
        /^No one can sign in yet/,
      )
      await expectAccessible(page)
    })
  })
}

test.describe('on a phone, in Norwegian', () => {
  test.use({ viewport: { width: 320, height: 640 }, locale: 'nb-NO' })

  test('the sign-in page of an empty database shows the whole command', async ({ page }) => {
    await page.goto(address)
    const command = hintOn(page).getByRole('code')
    await expect(command).toContainText('--email deg@example.com --name "Navnet ditt" --role admin')
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
  })
})

/** Runs what `npm run people` runs, on this application's database. */
function people(args: readonly string[]): Promise<string> {
  return runOrThrow(process.execPath, commandArguments('people', args), {
    cwd: projectFolder,
    env: { ...process.env, ...environment, DATABASE_OWNER_URL: ownerUrl },
    timeoutMs: 90_000,
  })
}

/** At a terminal the command does so by itself. */
const GENERATED = '--generate-password'

function passwordIn(output: string): string {
  return /once: (\S+)/.exec(output)?.[1] ?? ''
}

/** How many processes wait for each core, over the last minute. */
function busyness(): number {
  const [lastMinute = 0] = loadavg()
  return lastMinute / availableParallelism()
}

/** A Dintero account with one payment to capture. */
async function addAccount() {
  const accountId = `T${String(Date.now()).slice(-8)}`
  const client = { id: `client-${accountId}`, secret: `secret-of-${accountId}`, accountId }
  await sandbox().call('POST', 'dintero/clients', client)
  const reference = `FIRST-${accountId}`
  await sandbox().createTransaction({ accountId, reference, amount: 500_00 })
  return { client, reference }
}

/** Tests a connection to the account, adds it, and imports its payments, from the list of payments on. */
async function connect(page: Page, { id, secret, accountId }: Record<string, string>) {
  const menu = (name: string) => page.getByRole('navigation', { name })
  await menu('Main').getByRole('link', { name: 'Settings' }).click()
  await menu('Settings').getByRole('link', { name: 'Connections' }).click()
  await page.getByRole('link', { name: 'Add a connection' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Add a connection' }).waitFor()
  await waitUntilHydrated(page)
  await page.getByLabel('Dintero').check()
  await page.getByLabel('Name').fill('My shop')
  await page.getByLabel('Account id').fill(accountId ?? '')
  await page.getByLabel('Address', { exact: true }).selectOption({ label: 'Another address' })
  await page.getByLabel('Base URL').fill(`${world().sandboxUrl}/dintero/v1`)
  await page.getByLabel('Client id').fill(id ?? '')
  await page.getByLabel('Client secret').fill(secret ?? '')
  await page.getByRole('button', { name: 'Test and add' }).click()
  await expect(page.getByRole('heading', { name: 'My shop is connected' })).toBeVisible()
}

test('first admin, first connection, first colleague, first capture: at most eight steps of the README, within a minute', async ({
  page,
  browser,
}) => {
  test.slow()
  const { client, reference } = await addAccount()
  const readme = readFileSync(inProject('README.md'), 'utf8').replaceAll(/\s+/g, ' ')
  const [, command = ''] =
    /npm run people -- (add --email \S+ --name "[^"]+" --role admin)/.exec(readme) ?? []
  const args = [...command.matchAll(/"([^"]+)"|(\S+)/g)].map(
    ([, quoted, word]) => quoted ?? word ?? '',
  )
  await page.goto(address)
  await expect(hintOn(page)).toBeVisible()

  const begun = Date.now()
  let steps = 0
  /** One thing that a person does, with the words of the README that say so. */
  const step = async <T>(words: string, run: () => Promise<T>): Promise<T> => {
    expect(readme).toContain(words)
    steps += 1
    return test.step(words, run)
  }
  const output = await step('npm run people -- add', () => people([...args, GENERATED]))
  await step('sign in at the address of `NEXTAUTH_URL`', async () => {
    await page.reload()
    await expect(hintOn(page)).toBeHidden()
    await new SignInPage(page).signIn('you@example.com', passwordIn(output))
    await page.waitForURL(/\/transactions/)
  })
  await step('_Settings_, _Connections_, _Add a connection_', () => connect(page, client))
  await step('Its page imports what the provider lists', async () => {
    await page.getByRole('button', { name: 'Import the payments' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Imported' })).toBeVisible()
  })
  const link = await step('_People_, _Invite_', async () => {
    const menu = page.getByRole('navigation', { name: 'Settings' })
    await menu.getByRole('link', { name: 'People' }).click()
    await page.waitForURL(/\/settings\/people/)
    await waitUntilHydrated(page)
    return new PeoplePage(page).invite({ name: 'Kim', email: 'kim@example.com', role: 'staff' })
  })
  const own = await (await browser.newContext({ baseURL: new URL(address).origin })).newPage()
  await step('pass on the link', async () => {
    await new PeoplePage(own).choosePassword(link, 'three words in a row')
    await own.waitForURL(/\/transactions/)
  })
  await step('capture an order', async () => {
    await new TransactionsPage(own).open(reference)
    await new TransactionPage(own).capture()
    await expect(own.getByRole('heading', { name: /captured/ })).toBeVisible()
  })
  const seconds = Math.round((Date.now() - begun) / 1_000)
  console.log(`first admin to first capture: ${steps} steps, ${seconds} s`)
  expect(steps).toBeLessThanOrEqual(8)
  // Where others keep the machine busy, the time is theirs.
  if (busyness() < 4) expect(seconds).toBeLessThanOrEqual(60)
})

test('a new admin signs in, and sets up the second factor that the role needs by then', async ({
  page,
}) => {
  const { name, email } = newPerson('Ingrid Dahl')
  const password = passwordIn(
    await people(['add', '--email', email, '--name', name, '--role', 'admin', GENERATED]),
  )
  await page.goto(address)
  await new SignInPage(page).signIn(email, password)
  await expect(page.getByText(name)).toBeVisible()

  await people(['require-second-factor', '--roles', 'admin'])
  await page.goto(new URL('/audit', address).href)
  await expect(page).toHaveURL(/\/second-factor\?from=%2Faudit$/)
  const read = await page.request.get(new URL('/api/operations/open', address).href)
  expect([read.status(), await read.text()]).toEqual([
    403,
    expect.stringContaining('second_factor_required'),
  ])
  await waitUntilHydrated(page)
  await page.getByLabel('Current password').fill(password)
  await page.getByRole('button', { name: 'Set up an app' }).click()
  const secret = (await page.locator('code').innerText()).replaceAll(/\s/g, '')
  await page.getByLabel('Code that the app shows').fill(generateSync({ secret }))
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByRole('listitem')).toHaveCount(10)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'I have kept them: go on' }).click()
  await expect(page).toHaveURL(/\/audit$/)
})
