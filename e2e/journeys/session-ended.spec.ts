import { SignInPage } from '../pages/sign-in-page'
import { revokeSession } from '../support/connection'
import { personAs } from '../support/in-review'
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

test('session ended: what was typed is gone after signing out, and is no one else’s (H2)', async ({
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
