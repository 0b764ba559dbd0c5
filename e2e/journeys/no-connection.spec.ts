import { SignInPage } from '../pages/sign-in-page'
import { captureInPortal } from '../support/portal'
import { cutAtAction, cutReads } from '../support/connection'
import { expect, test } from '../support/test'
import { TypedCapture } from '../support/typed-capture'

const LONG_ENOUGH_MS = 3_000

test.beforeEach(async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
})

test('no connection: before the send nothing leaves, and the entry waits (H1)', async ({
  page,
  context,
}) => {
  const capture = new TypedCapture(page, 'cut-before')
  await capture.open()
  await context.setOffline(true)
  await capture.send()
  await expect(capture.alert).toContainText('No connection: nothing was sent.')
  await page.waitForTimeout(LONG_ENOUGH_MS)
  await expect(capture.alert).toContainText('No connection: nothing was sent.')
  await capture.expectKept()

  await context.setOffline(false)
  await expect(capture.dialog).toContainText('The connection is back.')
  await page.waitForTimeout(LONG_ENOUGH_MS)
  await capture.expectCaptures(0)
  await capture.send()
  await capture.expectCaptured()
  await capture.expectCaptures(1)
})

test('no connection: a request that was lost is looked up, and is never sent again by itself (H1)', async ({
  page,
}) => {
  const capture = new TypedCapture(page, 'cut-lost')
  await capture.open()
  const reconnect = await cutAtAction(page, 'request')
  await capture.send()
  await expect(capture.dialog).toContainText('No connection: we can’t tell yet')
  await page.waitForTimeout(LONG_ENOUGH_MS)
  await expect(capture.dialog).toContainText('No connection: we can’t tell yet')
  await capture.expectKept()

  await reconnect()
  await expect(capture.alert).toContainText('Nothing has been started so far.')
  await capture.expectKept()
  await capture.expectCaptures(0)
  await capture.send()
  await capture.expectCaptured()
  await capture.expectCaptures(1)
})

test('no connection: an answer that was lost is found when the connection is back (H1)', async ({
  page,
}) => {
  const capture = new TypedCapture(page, 'cut-answer')
  await capture.open()
  const reconnect = await cutAtAction(page, 'answer')
  await capture.send()
  await expect(capture.dialog).toContainText('No connection: we can’t tell yet')
  await page.waitForTimeout(LONG_ENOUGH_MS)
  await expect(capture.dialog).toContainText('No connection: we can’t tell yet')

  await reconnect()
  await capture.expectCaptured()
  await capture.expectCaptures(1)
})

test('no connection: after a reload the same request is still looked up (H1)', async ({ page }) => {
  const capture = new TypedCapture(page, 'cut-reload')
  await capture.open()
  const reconnect = await cutAtAction(page, 'answer')
  await capture.send()
  await expect(capture.dialog).toContainText('No connection: we can’t tell yet')
  await reconnect()
  await page.reload()
  await capture.expectCaptured()
  await capture.expectCaptures(1)
  await capture.transaction.captureButton.click()
  await expect(capture.dialog.getByLabel(/^Reference/)).toHaveValue('')
})

test('no connection: news that are lost on their way leave page and dialog as they are (H1)', async ({
  page,
}) => {
  const capture = new TypedCapture(page, 'cut-news')
  await capture.open()
  const reconnect = await cutReads(page)
  const lost = page.waitForEvent('requestfailed', (request) => request.url().includes('_rsc='))
  await captureInPortal('cut-news', 30_00)
  await lost
  await page.waitForTimeout(LONG_ENOUGH_MS)
  await capture.expectKept()

  await reconnect()
  await expect(capture.dialog).toContainText(/NOK.30\.00 was captured/)
  await capture.expectKept()
})
