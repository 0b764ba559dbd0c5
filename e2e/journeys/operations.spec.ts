import { expect, test } from '../support/test'
import { OperationsPage } from '../pages/operations-page'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { COLOUR_SCHEMES } from '../support/colour-schemes'
import { expectAccessible } from '../support/expect-accessible'
import { bringIntoReview, openReview, personAs } from '../support/in-review'
import { providerIdOf, sandbox } from '../support/journey'
import { postponeNextCheck } from '../support/journey-operations'
import { orderReferenceOf } from '../support/journey-payments'

test('operations: an unknown one is listed, and “check now” settles it on the open page', async ({
  page,
}) => {
  const order = orderReferenceOf('check-now')
  await sandbox().addFault({
    match: { operation: 'capture', transactionId: providerIdOf('check-now') },
    action: [
      { type: 'lag', ms: 8_000 },
      { type: 'drop', when: 'after' },
    ],
  })
  await new SignInPage(page).signInAs('staff')
  await new TransactionsPage(page).open(order)
  await new TransactionPage(page).capture()
  const doubt = page.getByRole('heading', { name: /We don.t know yet/ })
  await expect(doubt).toBeVisible()
  await postponeNextCheck('check-now')

  const operations = new OperationsPage(page)
  await page.goto('/operations?state=unknown')
  await expect(operations.row(order)).toContainText(/Checking.*Capture.*Anna Lie/s)
  await expect(operations.row(order)).toContainText(/next check in/i)
  await operations.row(order).getByRole('link', { name: order }).click()

  const check = page.getByRole('button', { name: 'Check now' })
  await expect(doubt).toBeVisible()
  await expect(async () => {
    if (await check.isVisible()) await check.dblclick()
    await expect(page.getByRole('heading', { name: /NOK.1,000\.00 captured/ })).toBeFocused({
      timeout: 5_000,
    })
  }).toPass()
  const { events } = await sandbox().transaction(providerIdOf('check-now'))
  expect(events.filter((event) => event.event === 'CAPTURE')).toHaveLength(1)
})

test('operations: an unknown state in the address is ignored and named', async ({ page }) => {
  await new SignInPage(page).signInAs('support')
  await page.goto('/operations?state=nonsense')
  await expect(page.getByText('Not understood and left out: state “nonsense”.')).toBeVisible()
  await page.goto('/operations/not-an-id')
  await expect(page.getByRole('main')).toContainText('There is no such operation')
})

test('review: one admin decides an unresolved operation with a reason', async ({
  page,
  browser,
}) => {
  test.slow()
  await new SignInPage(page).signInAs('staff')
  await bringIntoReview(page, 'review-small')
  const staff = await openReview(page, 'review-small')
  await expect(page.getByText(/Your role, Merchant staff, may not decide this/)).toBeVisible()
  await expect(staff.form).toBeHidden()

  const adminPage = await personAs(browser, 'admin')
  const admin = await openReview(adminPage, 'review-small')
  await admin.form.getByRole('button', { name: /\d/ }).click()
  await expect(adminPage.getByText('Choose what happened.')).toBeVisible()
  await admin.decide('Dintero refused it', 'Their support says it was declined.')
  await expect(adminPage.getByRole('status').first()).toContainText('is settled')
  await expect(admin.form).toBeHidden()
  const timeline = adminPage.getByRole('region', { name: 'What happened so far' })
  await expect(timeline).toContainText('Ingrid Dahl decided: Dintero refused it')
  await expect(timeline).toContainText('Their support says it was declined.')

  await page.reload()
  await expect(page.getByRole('main')).toContainText('Refused')
  await admin.open()
  await expect(admin.row(orderReferenceOf('review-small'))).toBeHidden()
})

test('review: a large amount needs the same verdict from two users', async ({ page, browser }) => {
  test.slow()
  await new SignInPage(page).signInAs('staff')
  await bringIntoReview(page, 'review-large')

  const adminPage = await personAs(browser, 'admin')
  const admin = await openReview(adminPage, 'review-large')
  await expect(adminPage.getByText('Two people must decide the same')).toBeVisible()
  await admin.decide('It never reached Dintero', 'Not in their list.')
  await expect(adminPage.getByRole('status').first()).toContainText('waiting for a second person')
  const laterPage = await adminPage.context().newPage()
  const later = await openReview(laterPage, 'review-large')
  await expect(laterPage.getByText('Waiting for a second person.')).toBeVisible()
  // It hears nothing more, as a page does that was left open in a pocket.
  await laterPage.route('**/api/**', (route) => route.abort())

  const supportPage = await personAs(browser, 'support')
  const support = await openReview(supportPage, 'review-large')
  await expect(supportPage.getByRole('list', { name: 'Decisions so far' })).toContainText(
    'Not in their list.',
  )
  await support.decide('It never reached Dintero', 'I looked, too.')
  await expect(supportPage.getByRole('status').first()).toContainText('is settled')

  await later.decide('Dintero refused it', 'Too late.')
  await expect(
    laterPage.getByRole('alert').filter({ hasText: 'not waiting for a decision' }),
  ).toBeVisible()
  await laterPage.unrouteAll()
  await expect(later.form).toBeHidden()
  await expect(admin.form).toBeHidden()
  await expect(adminPage.getByRole('status').first()).not.toContainText('waiting')
})

for (const { colorScheme, tag } of COLOUR_SCHEMES) {
  test.describe(colorScheme, { tag }, () => {
    test.use({ colorScheme })

    test('operations: a decision that lacks its entries has no axe violations @long', async ({
      page,
      browser,
    }) => {
      test.slow()
      const staff = await personAs(browser, 'staff')
      await bringIntoReview(staff, `review-${colorScheme}`)
      await new SignInPage(page).signInAs('admin')
      const operations = await openReview(page, `review-${colorScheme}`)
      await operations.form.getByRole('button', { name: /\d/ }).click()
      await page.getByText(/^Attempt 1/).click()
      await expectAccessible(page)
    })
  })
}
