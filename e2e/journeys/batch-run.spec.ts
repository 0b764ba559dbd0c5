import { BatchPage } from '../pages/batch-page'
import { SignInPage } from '../pages/sign-in-page'
import { expectAccessibleEverywhere } from '../support/expect-accessible'
import { expect, test } from '../support/test'
import { waitUntilHydrated } from '../support/wait-until-hydrated'
import { addOrders } from '../support/warehouse'

const stamp = () => Date.now().toString(36).toUpperCase()

test('batch: paused, no further row is started until it goes on @long', async ({ page }) => {
  const prefix = `PAUSE${stamp()}`
  const slow = { amount: 100_00, behaviour: 'capture-timeout' }
  const orders = await addOrders(prefix, 40, slow)
  await new SignInPage(page).signInAs('staff')
  const batch = new BatchPage(page)
  await batch.upload('slow.csv', `order\n${orders.map(({ reference }) => reference).join('\n')}\n`)
  await batch.rehearsed()
  await batch.confirm.check()
  await batch.start.click()
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(page.getByText('Paused: no further row is started.')).toBeVisible()
  await expectAccessibleEverywhere(page)
  await expect(page.getByRole('link', { name: /^Waiting/ })).toBeVisible()
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect.poll(() => batch.counts(), { timeout: 90_000 }).toEqual({ Done: 40 })
})

test('batch: stops by itself, is ended, and what moved no money is rehearsed anew @long', async ({
  page,
}) => {
  const prefix = `STOP${stamp()}`
  const orders = await addOrders(prefix, 30, { amount: 100_00, behaviour: 'refuse-capture' })
  await new SignInPage(page).signInAs('staff')
  const batch = new BatchPage(page)
  await batch.upload('bad.csv', `order\n${orders.map(({ reference }) => reference).join('\n')}\n`)
  await batch.rehearsed()
  await batch.confirm.check()
  await batch.start.click()
  await expect(page.getByText(/^Stopped by itself, because 20% or more were refused/)).toBeVisible()
  await page.getByRole('button', { name: 'End it…' }).click()
  await page.getByRole('button', { name: /^Take out \d+ rows?$/ }).click()
  await batch.ended()
  const counts = await batch.counts()
  expect(Number(counts['Refused']) + Number(counts['Taken out'])).toBe(30)
  await page.getByRole('button', { name: 'Rehearse what may be tried again' }).click()
  await expect(page.getByText('What would be started')).toBeVisible()
  await batch.rehearsed()
  // The provider did not say that a refused capture must not be tried again.
  expect(await batch.counts()).toEqual({ 'Will be done': 30 })
})

test('batch: a whole view is captured, beyond the page that is shown @long', async ({ page }) => {
  const prefix = `WHOLE${stamp()}`
  await addOrders(prefix, 51)
  await new SignInPage(page).signInAs('staff')
  await page.goto(`/transactions?view=all&q=${prefix}`)
  await waitUntilHydrated(page)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
  await page.getByRole('button', { name: /^Select (all|everything)/ }).click()
  await page.getByRole('button', { name: 'Capture', exact: true }).click()
  const batch = new BatchPage(page)
  await batch.rehearsed()
  await expect(batch.start).toHaveText(/^Capture 51 payments: NOK.5,100\.00$/)
})
