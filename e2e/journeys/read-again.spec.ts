import { LIMITS } from '@/lib/config/limits'
import { expect, test } from '../support/test'
import { TransactionsPage } from '../pages/transactions-page'
import { expectAccessible } from '../support/expect-accessible'
import { personAs } from '../support/in-review'
import { providerIdOf, sandbox } from '../support/journey'
import { orderReferenceOf } from '../support/journey-payments'
import { scheduleRead } from '../support/unread-payments'

/** Reads by schedule begin within some seconds. */
const SOON = { timeout: 20_000 }
/** A read that was just tried is spared. */
const SPARED_MS = LIMITS.reread.againMs + 500

test('read again: a payment that cannot be read is shown everywhere, and leaves when it reads (A2)', async ({
  browser,
}) => {
  test.slow()
  const providerId = providerIdOf('read-again')
  await sandbox().addFault({
    match: { operation: 'read', transactionId: providerId },
    // The scheduled read, and the first one on request.
    times: 2,
    action: { type: 'alter', set: { amount: -5 } },
  })
  const page = await personAs(browser, 'staff')
  await new TransactionsPage(page).open(orderReferenceOf('read-again'))
  await scheduleRead('read-again')
  await expect(page.getByText(/The last read of this payment failed, since/)).toBeVisible(SOON)
  await expect(page.getByText('What the provider sends about it makes no sense.')).toBeVisible()

  await page.goto('/overview')
  await page.getByRole('link', { name: 'See which' }).click()
  const row = page.getByRole('row').filter({ hasText: providerId })
  await expect(row).toContainText('makes no sense')
  await expectAccessible(page)
  await page.waitForTimeout(SPARED_MS)
  await row.getByRole('button', { name: /^Read again/ }).click()
  await expect(row.getByText('It still cannot be read.')).toBeVisible()

  await page.waitForTimeout(SPARED_MS)
  await row.getByRole('button', { name: /^Read again/ }).click()
  await expect(row).toBeHidden(SOON)
})
