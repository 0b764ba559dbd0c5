import { startInstance } from '@/testing/application-instance'
import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { openRelay } from '../support/relay'
import { world } from '../support/journey'

/** Pages that fail in the database: no text may hold a NUL, and then there is no database at all. */
test('the output of the server holds no search words, no SQL and no names when pages fail', async ({
  browser,
}) => {
  const relay = await openRelay(world().databaseUrl)
  const sandbox = { url: world().sandboxUrl }
  const server = await startInstance({ databaseUrl: relay.url, sandbox })
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await new SignInPage(page).signIn('solveig@hemmelig.example', 'Hemmelig')
  const form = page.getByRole('form', { name: 'Sign in' })
  await expect(form.getByRole('alert')).toContainText('not right')
  await new SignInPage(page).signInAs('support')
  await page.goto('/transactions?q=Solveig%00Hemmelig')
  await page.goto('/transactions?q=Solveig+Hemmelig')
  await relay.stop()
  await page.goto('/transactions?q=Solveig+Hemmelig&note=solveig@hemmelig.example')
  await page.goto('/api/transactions/find?q=Solveig+Hemmelig')
  await context.close()
  server.process.kill('SIGTERM')
  await server.ended

  const output = server.output()
  expect(output).toMatch(/"event":"sign_in","outcome":"done",.*"network":"[\d.]+"/)
  expect(output).toMatch(/"event":"sign_in_failed","outcome":"unknown","account":"[\w-]{43}"/)
  expect(output).toContain('"msg":"a request failed"')
  expect(output).toContain('"routePath":"/transactions"')
  // An address may hold the token of a one-time link.
  expect(output).not.toContain('"path"')
  expect(output).toContain('DatabaseError')
  expect(output).not.toMatch(/solveig|hemmelig|select |params|paydesk\.example/i)
})
