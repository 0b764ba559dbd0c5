import type { Page } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import { isAction } from '../support/connection'
import { expect, test } from '../support/test'
import { TypedCapture } from '../support/typed-capture'

/** Has the server meet actions as it does when they are of a build before its own. */
async function outdate(page: Page) {
  await page.route('**/*', (route) =>
    isAction(route)
      ? route.continue({
          headers: Object.assign(route.request().headers(), {
            'next-action': '40'.padEnd(42, 'a'),
          }),
        })
      : route.continue(),
  )
  return () => page.unroute('**/*')
}

test('new build: the open dialog says so, and its entry is kept over the reload (H9)', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('staff')
  const capture = new TypedCapture(page, 'new-build')
  await capture.open()
  const update = await outdate(page)
  await capture.send()
  await expect(capture.alert).toContainText('Paydesk was updated')
  await expect(capture.alert).toContainText('Nothing was done')
  await capture.expectKept()
  await update()
  await capture.alert.getByRole('button', { name: 'Reload' }).click()
  await page.waitForLoadState()
  await capture.expectKept()
  await capture.expectCaptures(0)
  await capture.send()
  await capture.expectCaptured()
})

test('new build: a note says so, and its text is kept over the reload (H9)', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  const { transaction } = new TypedCapture(page, 'new-build')
  await new TypedCapture(page, 'new-build').open()
  await page.keyboard.press('Escape')
  const update = await outdate(page)
  await transaction.writeNote('Rang the customer.')
  await expect(transaction.history.getByRole('alert')).toContainText('Paydesk was updated')
  await update()
  await page.reload()
  await expect(transaction.note).toHaveValue('Rang the customer.')
})
