import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { expectAccessible } from '../support/expect-accessible'
import { providerIdOf, sandbox } from '../support/journey'
import { orderReferenceOf } from '../support/journey-payments'
import { expect, test } from '../support/test'

test('rest: asked once after a part capture, kept for later, listed by age, and released', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('staff')
  const order = orderReferenceOf('rest-kept')
  await new TransactionsPage(page).open(order)
  const transaction = new TransactionPage(page)
  await transaction.captureButton.click()
  await transaction.chooseMode('Choose lines')
  await transaction.quantityOf('Wool socks').fill('2')
  await transaction.sumButton(/^Capture NOK.66\.67$/).click()
  await expect(page.getByRole('heading', { name: /NOK.66\.67 captured/ })).toBeVisible()

  await expect(page.getByText(/NOK.82\.33 is still held after the last shipment/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ship later' }).click()
  await expect(page.getByText(/NOK.82\.33 is kept to be shipped later/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ship later' })).toBeHidden()

  await page.getByRole('link', { name: 'Overview' }).click()
  const rests = page.getByRole('region', { name: 'Left after the last shipment' })
  await rests.getByRole('link', { name: 'Shipped later, up to 6 days old' }).click()
  await expect(
    page.getByRole('link', { name: /^Remove this filter: Rest: shipped later/ }),
  ).toBeVisible()
  await page
    .getByRole('link', { name: new RegExp(order) })
    .first()
    .click()

  await page.getByRole('button', { name: /^Release NOK.82\.33/ }).click()
  await transaction.dialog.getByLabel('Reason').selectOption('Out of stock')
  await transaction.sumButton(/^Void NOK.82\.33$/).click()
  await expect(page.getByRole('heading', { name: /NOK.82\.33 released/ })).toBeVisible()
  await expect(page.getByText('shipped later')).toBeHidden()
  const truth = await sandbox().transaction(providerIdOf('rest-kept'))
  expect(truth.events.at(-1)).toMatchObject({ event: 'VOID', success: true })
})
