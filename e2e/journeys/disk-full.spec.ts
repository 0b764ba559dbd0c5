import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { fillDisk } from '../support/full-disk'
import { providerIdOf, sandbox } from '../support/journey'
import { orderReferenceOf } from '../support/journey-payments'

test('a capture that the database refuses says so, keeps its entry, and works later (H8)', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('staff')
  await new TransactionsPage(page).open(orderReferenceOf('capture-disk-full'))
  const transaction = new TransactionPage(page)
  const { dialog } = transaction
  const amount = dialog.getByRole('textbox', { name: /^Amount/ })
  const capture = transaction.sumButton(/^Capture NOK.40\.00$/)
  await transaction.captureButton.click()
  await transaction.chooseMode('An amount')
  await amount.fill('40')

  const makeRoom = await fillDisk(providerIdOf('capture-disk-full'))
  await capture.click()
  await expect(dialog.getByRole('alert')).toContainText(
    'Nothing was started: Paydesk has a problem.',
  )
  await makeRoom()
  await expect(amount).toHaveValue('40.00')
  const { events } = await sandbox().transaction(providerIdOf('capture-disk-full'))
  expect(events.filter(({ event }) => event === 'CAPTURE')).toEqual([])

  await capture.click()
  await expect(page.getByRole('heading', { name: /NOK.40\.00 captured/ })).toBeVisible()
})
