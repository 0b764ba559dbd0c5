import type { Browser } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { bringIntoReview, openReview, personAs } from '../support/in-review'
import { showConnections } from '../support/shown-connections'
import { showPasskeys } from '../support/shown-passkeys'
import { addExpiring } from '../support/expiring-payments'
import { markContradictory, markUnread } from '../support/unread-payments'
import { providerIdOf, sandbox } from '../support/journey'
import { postponeNextCheck } from '../support/journey-operations'
import { orderReferenceOf, type JourneyPayment } from '../support/journey-payments'

/** Brings payments into the states of the screenshots: done, refused, unknown, in review … */
export async function prepareStates(browser: Browser, baseURL: string): Promise<void> {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await new SignInPage(page).signInAs('staff')
  const capture = async (name: JourneyPayment) => {
    await new TransactionsPage(page).open(orderReferenceOf(name))
    await new TransactionPage(page).capture()
  }
  await capture('shown-done')
  await page.getByRole('heading', { name: /captured$/ }).waitFor()
  await capture('shown-refused')
  await page.getByRole('heading', { name: /refused/ }).waitFor()
  await sandbox().addFault({
    match: { operation: 'capture', transactionId: providerIdOf('shown-checking') },
    action: { type: 'drop', when: 'before' },
  })
  await capture('shown-checking')
  await page.getByRole('heading', { name: /We don.t know yet/ }).waitFor()
  await postponeNextCheck('shown-checking')
  await sandbox().addFault({
    match: { operation: 'capture', transactionId: providerIdOf('shown-pending') },
    action: { type: 'accepted', closeAs: 'never' },
  })
  await capture('shown-pending')
  await page.getByRole('heading', { name: /on its way/ }).waitFor()
  await postponeNextCheck('shown-pending')
  await bringIntoReview(page, 'shown-review')
  await markUnread('shown-unread')
  await markContradictory('shown-contradictory')
  await addExpiring('FJ-7')
  await addExpiring('FJ-8', 'SEK')
  await showPasskeys('admin@paydesk.example')
  await showPasskeys('support@paydesk.example')
  await showConnections()
  await context.close()
  const support = await personAs(browser, 'support', baseURL)
  await (
    await openReview(support, 'shown-review')
  ).decide('It happened', 'The portal shows the capture of ORD-20402, done at 10:42.')
  await support.getByText('Waiting for a second person.').waitFor()
  await new TransactionsPage(support).open(orderReferenceOf('shown-done'))
  await new TransactionPage(support).writeNote(
    'Gift wrapping asked for by phone: added at packing.',
  )
  await support.getByRole('row').filter({ hasText: 'Gift wrapping' }).waitFor()
  await support.context().close()
}
