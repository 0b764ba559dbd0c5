import { SignInPage } from '../pages/sign-in-page'
import { revokeSession } from '../support/connection'
import { expectAccessible } from '../support/expect-accessible'
import { personAs } from '../support/in-review'
import { SessionUse } from '../support/session-use'
import { expect, test } from '../support/test'
import { TypedCapture } from '../support/typed-capture'

const LONG_ENOUGH_MS = 3_000

test.beforeEach(() => {
  test.slow()
})

test('session ended: in an open dialog nothing is done, and signing in leads back into it (H2)', async ({
  browser,
}) => {
  const page = await personAs(browser, 'staff')
  const capture = new TypedCapture(page, 'session-revoked')
  await capture.open()
  await revokeSession(page.context())
  await capture.send()
  await expect(capture.alert).toContainText('Nothing was done')
  await page.waitForTimeout(LONG_ENOUGH_MS)
  await expect(capture.alert).toContainText('Nothing was done')
  await capture.expectKept()

  await capture.alert.getByRole('link', { name: 'Sign in' }).click()
  await page.waitForURL(/\/sign-in/)
  await expect(page.getByRole('main')).toContainText('Your session has ended, so nothing was done.')
  await new SignInPage(page).signIn('staff@paydesk.example', 'paydesk-demo')
  await page.waitForURL(/\/transactions\/[0-9a-f-]{36}$/)
  await capture.expectKept()
  await capture.expectCaptures(0)
  await capture.send()
  await capture.expectCaptured()
  await capture.expectCaptures(1)
})

test('session ended: a reload leads to a sign-in page that says why, and back into the dialog (H2)', async ({
  browser,
}) => {
  const page = await personAs(browser, 'staff')
  const capture = new TypedCapture(page, 'session-reload')
  await capture.open()
  await revokeSession(page.context())
  await page.reload()
  await expect(page.getByRole('main')).toContainText('Your session has ended')
  await new SignInPage(page).signIn('staff@paydesk.example', 'paydesk-demo')
  await capture.expectKept()
})

test('session ended: without use, whatever the page polls; the dialog and its entry stay (H2) @long', async ({
  browser,
}) => {
  const userAgent = 'left alone with an open dialog'
  const use = new SessionUse(userAgent)
  const context = await browser.newContext({ userAgent })
  const page = await context.newPage()
  await new SignInPage(page).signInAs('staff')
  const capture = new TypedCapture(page, 'session-reload')
  await capture.open()

  await use.move(40)
  const polled = () => page.waitForResponse(/\/api\/(operations\/open|transactions\/.+\/version)$/)
  for (let time = 0; time < 3; time += 1) expect((await polled()).status()).toBe(200)
  expect(await use.minutes()).toBe(40)
  await use.move(62)
  await expect(page.getByText('so this page no longer changes')).toBeAttached()
  await capture.send()
  await expect(capture.alert).toContainText('Nothing was done')
  await capture.expectKept()

  await capture.alert.getByRole('link', { name: 'Sign in' }).click()
  await expect(page.getByRole('main')).toContainText(
    'You were signed out after 60 minutes without use. Your session has ended, so nothing was done.',
  )
  await expectAccessible(page)
  await new SignInPage(page).signIn('staff@paydesk.example', 'paydesk-demo')
  await capture.expectKept()
  await use.move(40)
  await page.goto('/overview')
  expect(await use.minutes()).toBe(0)
  await use.stop()
  await context.close()
})

test('session ended: what was typed is gone after signing out, and is no one else’s (H2) @long', async ({
  browser,
}) => {
  const page = await personAs(browser, 'staff')
  const capture = new TypedCapture(page, 'session-left')
  await capture.open()
  const address = page.url()
  await revokeSession(page.context())
  await page.reload()
  await new SignInPage(page).signIn('admin@paydesk.example', 'paydesk-demo')
  await page.waitForURL(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await capture.transaction.captureButton.click()
  await expect(capture.dialog.getByLabel(/^Reference/)).toHaveValue('')
  await capture.dialog.getByLabel(/^Reference/).fill('parcel 10')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  const stored = await page.evaluate(() => Object.values({ ...sessionStorage }).join())
  expect(stored).not.toContain('parcel')
  await expect(page.getByRole('main')).not.toContainText('Your session has ended')
})
