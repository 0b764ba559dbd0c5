import type { Browser } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { providerIdOf, sandbox } from '../support/story'
import { postponeNextLook } from '../support/story-operations'
import { orderReferenceOf, type StoryPayment } from '../support/story-payments'

const CAPTURED: readonly StoryPayment[] = ['capture-all', 'capture-refused']

/** Brings payments into the states that the pictures show: done, refused, not known, on its way. */
export async function prepareStates(browser: Browser, baseURL: string): Promise<void> {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await new SignInPage(page).signInAs('staff')
  const capture = async (name: StoryPayment) => {
    await new TransactionsPage(page).open(orderReferenceOf(name))
    await new TransactionPage(page).capture()
  }
  for (const name of CAPTURED) {
    await capture(name)
    await page
      .getByRole('heading', { name: /captured|No money moved|refused|not/i })
      .first()
      .waitFor()
  }
  await sandbox().addFault({
    match: { operation: 'capture', transactionId: providerIdOf('capture-lost') },
    action: { type: 'drop', when: 'after' },
  })
  await capture('capture-lost')
  await page.getByRole('heading', { name: /We don.t know yet/ }).waitFor()
  await postponeNextLook('capture-lost')
  await sandbox().addFault({
    match: { operation: 'capture', transactionId: providerIdOf('capture-twice') },
    action: { type: 'accepted', closeAs: 'never' },
  })
  await capture('capture-twice')
  await page.getByRole('heading', { name: /on its way/ }).waitFor()
  await postponeNextLook('capture-twice')
  await context.close()
}
