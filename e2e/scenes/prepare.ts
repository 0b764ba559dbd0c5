import type { Browser } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { providerIdOf, sandbox } from '../support/story'
import { postponeNextLook } from '../support/story-operations'
import { orderReferenceOf, type StoryPayment } from '../support/story-payments'

/** Brings payments into the states that the pictures show: done, refused, not known, on its way. */
export async function prepareStates(browser: Browser, baseURL: string): Promise<void> {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await new SignInPage(page).signInAs('staff')
  const capture = async (name: StoryPayment) => {
    await new TransactionsPage(page).open(orderReferenceOf(name))
    await new TransactionPage(page).capture()
  }
  await capture('shown-done')
  await page.getByRole('heading', { name: /captured$/ }).waitFor()
  await capture('shown-refused')
  await page.getByRole('heading', { name: /refused/ }).waitFor()
  await sandbox().addFault({
    match: { operation: 'capture', transactionId: providerIdOf('shown-checking') },
    action: { type: 'drop', when: 'after' },
  })
  await capture('shown-checking')
  await page.getByRole('heading', { name: /We don.t know yet/ }).waitFor()
  await postponeNextLook('shown-checking')
  await sandbox().addFault({
    match: { operation: 'capture', transactionId: providerIdOf('shown-pending') },
    action: { type: 'accepted', closeAs: 'never' },
  })
  await capture('shown-pending')
  await page.getByRole('heading', { name: /on its way/ }).waitFor()
  await postponeNextLook('shown-pending')
  await context.close()
}
