import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { personAs } from '../support/in-review'
import { orderReferenceOf } from '../support/journey-payments'
import { expect, test } from '../support/test'
import { TypedCapture } from '../support/typed-capture'

test('overtaken: the open dialog names the colleague, keeps its entry and goes on', async ({
  browser,
}) => {
  test.slow()
  const anna = new TypedCapture(await personAs(browser, 'staff'), 'overtaken-named')
  await anna.open()
  const page = await personAs(browser, 'admin')
  await new TransactionsPage(page).open(orderReferenceOf('overtaken-named'))
  const ingrid = new TransactionPage(page)
  await ingrid.captureButton.click()
  await ingrid.chooseMode('An amount')
  await ingrid.dialog.getByRole('textbox', { name: /^Amount/ }).fill('30')
  await ingrid.sumButton(/^Capture NOK.30\.00$/).click()
  await expect(page.getByRole('heading', { name: /NOK.30\.00 captured/ })).toBeVisible()

  await expect(anna.dialog).toContainText(/NOK.30\.00 was captured/)
  await expect(anna.dialog).toContainText(/Ingrid Dahl asked for this at \d/)
  await anna.expectKept()
  await anna.send()
  await anna.expectCaptured()
  await anna.expectCaptures(2)
})
