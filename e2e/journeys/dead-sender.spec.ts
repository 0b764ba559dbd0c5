import { TransactionsPage } from '../pages/transactions-page'
import { leaveWithoutSender } from '../support/dead-sender'
import { personAs } from '../support/in-review'
import { orderReferenceOf } from '../support/journey-payments'
import { expect, test } from '../support/test'

test('sender gone: the page soon says that Paydesk stopped, and waits for no answer (H10)', async ({
  browser,
}) => {
  const page = await personAs(browser, 'staff')
  await leaveWithoutSender('sender-gone')
  await new TransactionsPage(page).open(orderReferenceOf('sender-gone'))
  await expect(page.getByRole('heading', { name: /We don.t know yet/ })).toBeVisible()
  const main = page.getByRole('main')
  await expect(main).toContainText('Paydesk stopped before an answer was written down.')
  await expect(main).not.toContainText('Waiting for Dintero to answer')
})
