import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import { addExpiring } from '../support/expiring-payments'
import { expectAccessible } from '../support/expect-accessible'
import { expect, test } from '../support/test'

/** Currencies that no other journey pays in, one for each try: the figures are those of its payments. */
const CURRENCIES = ['CHF', 'GBP'] as const

/** The order references of the page's rows, each after the heading that it stands under. */
async function listed(page: Page): Promise<readonly string[]> {
  const heads = page.getByRole('main').locator('tbody th, tbody a[href^="/transactions/"]')
  return (await heads.allInnerTexts()).map((text) => text.split('\n')[0]?.trim() ?? '')
}

/** Another view by deadline: filter, order, chips and export are of the same list. */
async function readByDeadline(
  page: Page,
  currency: string,
  byDeadline: readonly string[],
  week: string,
) {
  const list = `view=to-capture&currency=${currency}`
  await page.goto(`/transactions?${list}`)
  await page.getByText('Filter', { exact: true }).click()
  await page.getByLabel('Deadline').selectOption('This week')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(`/transactions?${list}&due=week`)
  const chips = page.getByRole('list', { name: 'Filters in use' })
  await expect(chips.getByRole('link')).toHaveText([currency, 'Deadline: This week', 'Clear all'])
  expect(await listed(page)).toEqual([week])
  await page.getByRole('link', { name: 'Remove this filter: Deadline: This week' }).click()
  await expect(page).toHaveURL(`/transactions?${list}`)
  await page.getByRole('columnheader').getByRole('link', { name: 'Capture by' }).click()
  await expect(page).toHaveURL(`/transactions?${list}&sort=deadline`)
  const head = page.getByRole('columnheader', { name: 'Capture by' })
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  expect(await listed(page)).toEqual(byDeadline)
  await page.getByText('Export', { exact: true }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV for programs' }).click()
  const lines = (await readFile(await (await coming).path(), 'utf8')).split('\r\n').slice(1, -1)
  expect(lines.map((line) => /ENDS-\d+-\d/.exec(line)?.[0])).toEqual(byDeadline)
  expect(lines[0]).toContain('Reckoned from the method')
  expect(lines[1]).toContain('From the provider')
}

test('an expiring afternoon: sections, passed ones, filters by deadline and the overview', async ({
  page,
}, { retry }) => {
  const currency = CURRENCIES[retry] ?? CURRENCIES[0]
  const sum = (amount: number) => `${currency}.${amount}\\.00 still held$`
  const prefix = `ENDS-${Date.now()}`
  const [first, second, tomorrow, week, later, justPassed, longPassed] = (
    await addExpiring(prefix, currency)
  ).map(({ reference }) => reference) as [string, string, string, string, string, string, string]
  await new SignInPage(page).signInAs('admin')
  await expect(async () => {
    await page.goto(`/transactions?view=all&currency=${currency}&q=${prefix}`)
    await expect(page.getByRole('link', { name: prefix })).toHaveCount(7, { timeout: 3_000 })
  }).toPass()

  // The tab is red, and says why in words.
  await page.goto('/transactions')
  const tab = page.getByRole('link', { name: /^Expiring/ })
  await expect(tab).toHaveAccessibleName(/^Expiring ?\d+ · \d+ today$/)
  const [red, plain] = await Promise.all(
    [tab, page.getByRole('link', { name: /^Captured/ })].map((one) =>
      one.locator('.tabular-nums').evaluate((count) => getComputedStyle(count).backgroundColor),
    ),
  )
  expect(red).not.toBe(plain)

  // What can still be saved, by section; sums are of the section.
  await page.goto(`/transactions?view=expiring&currency=${currency}`)
  await expect(page.getByRole('rowheader')).toHaveText([
    new RegExp(`^Today.*2 payments · ${sum(200)}`),
    new RegExp(`^Tomorrow.*1 payment · ${sum(100)}`),
    new RegExp(`^This week ?to .*1 payment · ${sum(100)}`),
    new RegExp(`^Later ?after .*1 payment · ${sum(100)}`),
  ])
  const order = await listed(page)
  expect(order.filter((text) => text.startsWith(prefix))).toEqual([
    second,
    first,
    tomorrow,
    week,
    later,
  ])

  // What has passed is last, closed, and says what can still be tried.
  const passed = page.getByRole('group').filter({ hasText: /^Passed/ })
  await expect(passed.getByText(new RegExp(`2 payments · ${sum(200)}`))).toBeVisible()
  await expect(page.getByRole('link', { name: justPassed })).toBeHidden()
  await passed.locator('summary').click()
  await expect(passed.getByRole('listitem')).toHaveText([
    new RegExp(`${justPassed}.*Can still be tried: capture, ask for more time, release it`),
    new RegExp(`${longPassed}.*Can still be tried: capture, release it`),
  ])

  // A date of the provider has no sign; one that we reckon has, and words for who cannot see it.
  const reckoned = page.getByRole('row').filter({ hasText: second })
  await expect(reckoned).toContainText('≈')
  await expect(reckoned).toContainText('Reckoned: usual for this method')
  await expect(page.getByRole('row').filter({ hasText: first })).not.toContainText('≈')
  await expect(page.getByText(/^≈ Reckoned from what is usual/)).toBeVisible()
  await expectAccessible(page)

  // One section by its chip; its address is kept in a payment's way back.
  await page.getByRole('link', { name: /^Passed ?2$/ }).click()
  await expect(page).toHaveURL(`/transactions?view=expiring&currency=${currency}&due=passed`)
  await expect(page.getByRole('rowheader')).toHaveText(/^Passed.*2 payments/)
  await page.getByRole('link', { name: justPassed }).click()
  await page.waitForURL(/transactions\/[0-9a-f-]{36}/)
  await page.goBack()
  await expect(page).toHaveURL(/due=passed$/)

  await readByDeadline(
    page,
    currency,
    [second, first, tomorrow, week, later, justPassed, longPassed],
    week,
  )
})

test('overview: “within 7 days” leads to exactly the payments that it counts @long', async ({
  page,
}) => {
  await addExpiring(`WEEK-${Date.now()}`)
  await new SignInPage(page).signInAs('admin')
  // Payments of other journeys come in meanwhile.
  await expect(async () => {
    await page.goto('/overview')
    const due = page.getByRole('region', { name: 'To capture, by deadline' })
    const row = due.getByRole('row').filter({ hasText: 'Within 7 days' })
    const count = await row.getByRole('cell').nth(1).innerText({ timeout: 3_000 })
    await row.getByRole('link').click()
    await page.waitForURL(/\/transactions\?view=expiring&due=week$/, { timeout: 5_000 })
    const heading = page.getByRole('rowheader')
    await expect(heading).toHaveText(new RegExp(`^This week.*[^0-9]${count} payments?`), {
      timeout: 3_000,
    })
    await expect(heading).toHaveCount(1)
  }).toPass()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/transactions?view=expiring')
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await width()).toBeLessThanOrEqual(390)
  await expectAccessible(page)
  await page.goto('/transactions?view=expiring&due=passed')
  await expect(page.getByRole('link', { name: /^Passed/ })).toBeAttached()
  expect(await width()).toBeLessThanOrEqual(390)
})
