import { SignInPage } from '../pages/sign-in-page'
import { expect, test } from '../support/test'
import { TypedCapture } from '../support/typed-capture'

test('refused: the page says so, offers exits, and leads back into the entry (H7)', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('staff')
  const capture = new TypedCapture(page, 'refused-stays')
  await capture.open()
  await capture.send()
  const card = page.getByRole('region', { name: /refused the capture of NOK.40\.00/ })
  await expect(card).toBeVisible()
  await expect(card.getByRole('link', { name: /^Open in Dintero/ })).toBeVisible()
  await page.reload()
  await expect(card).toBeVisible()
  await card.getByRole('button', { name: 'Change and try again' }).click()
  await capture.expectKept()
  await capture.dialog.getByRole('textbox', { name: /^Amount/ }).fill('30')
  await capture.transaction.sumButton(/^Capture NOK.30\.00$/).click()
  await expect(
    page.getByRole('region', { name: /refused the capture of NOK.30\.00/ }),
  ).toBeVisible()
  await capture.expectCaptures(0)
})
