import type { Browser, Page } from '@playwright/test'
import type { Role } from '@/lib/domain/access/permission'
import { OperationsPage } from '../pages/operations-page'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { providerIdOf, sandbox } from './journey'
import { exhaustChecks } from './journey-operations'
import { orderReferenceOf, type JourneyPayment } from './journey-payments'

/**
 * Opens a signed-in page in a browser context of its own. Outside of the tests it needs Paydesk's
 * address.
 */
export async function personAs(browser: Browser, role: Role, baseURL?: string): Promise<Page> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  const page = await context.newPage()
  await new SignInPage(page).signInAs(role)
  return page
}

/**
 * Captures, with a provider that never completes, and ends the checks: the operation goes to
 * review.
 */
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

/** Opens the page on which a payment's operation is decided. */
export async function openReview(page: Page, name: JourneyPayment): Promise<OperationsPage> {
  const operations = new OperationsPage(page)
  await operations.openDetail(orderReferenceOf(name), 'Needs review')
  return operations
}
