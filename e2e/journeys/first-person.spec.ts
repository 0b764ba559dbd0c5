import type { Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { anyFreePort } from '@/scripts/ports'
import { runOrThrow } from '@/scripts/processes/run-command'
import { projectFolder } from '@/scripts/project'
import { startInstance } from '@/testing/application-instance'
import { commandArguments } from '@/testing/bundled-programs'
import { createTestDatabase } from '@/testing/test-database'
import { SignInPage } from '../pages/sign-in-page'
import { COLOUR_SCHEMES } from '../support/colour-schemes'
import { expectAccessible } from '../support/expect-accessible'
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
  const surroundings = { databaseUrl: database.url, sandbox: { url: 'http://127.0.0.1:1' } }
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

test('the command that the sign-in page names makes an admin who signs in, and sets up the second factor that the role needs by then', async ({
  page,
}) => {
  await page.goto(address)
  await expect(hintOn(page)).toBeVisible()
  const args = ['--email', 'first@paydesk.example', '--name', 'Ingrid Dahl', '--role', 'admin']
  const output = await people(['add', ...args, '--generate-password'])
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(hintOn(page)).toBeHidden()
  const password = /once: (\S+)/.exec(output)?.[1] ?? ''
  await new SignInPage(page).signIn('first@paydesk.example', password)
  await expect(page.getByText('Ingrid Dahl')).toBeVisible()

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
