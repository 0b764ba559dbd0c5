import type { Browser, Page } from '@playwright/test'
import type { Role } from '@/lib/domain/access/permission'
import { OperationsPage } from '../pages/operations-page'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { providerIdOf, sandbox } from './journey'
import { exhaustChecks } from './journey-operations'
import { orderReferenceOf, type JourneyPayment } from './journey-payments'

/** A person at a browser of their own; outside of stories it must be told where Paydesk is. */
export async function personAs(browser: Browser, role: Role, baseURL?: string): Promise<Page> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  const page = await context.newPage()
  await new SignInPage(page).signInAs(role)
  return page
}

/** Staff capture, the provider only promises, and reading is over: people have to decide. */
export async function bringIntoReview(staff: Page, name: JourneyPayment): Promise<void> {
  await sandbox().addFault({
    match: { operation: 'capture', transactionId: providerIdOf(name) },
    action: { type: 'accepted', closeAs: 'never' },
  })
  await new TransactionsPage(staff).open(orderReferenceOf(name))
  await new TransactionPage(staff).capture()
  await staff.getByRole('heading', { name: /on its way/ }).waitFor()
  await exhaustChecks(name)
}

/** The page on which a payment's operation is decided, as one person sees it. */
export async function openReview(page: Page, name: JourneyPayment): Promise<OperationsPage> {
  const operations = new OperationsPage(page)
  await operations.openDetail(orderReferenceOf(name), 'Needs review')
  return operations
}
