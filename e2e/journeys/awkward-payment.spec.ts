import type { Page } from '@playwright/test'
import { BamboraCheckoutControl } from '@/testing/bambora-checkout-control'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { expectAccessible } from '../support/expect-accessible'
import { sandbox, world } from '../support/journey'
import { importByWebhook, sendCallback, sendWebhook } from '../support/send-webhook'
import { expect, test } from '../support/test'

/** One word of 79 letters, as no column expects it. */
const WORD = 'Bezirksschornsteinfegermeisterschaft'.repeat(3).slice(0, 79)
const LINES = 200
const SIZES = ['S', 'M', 'L', 'XL']

/** A phone, a desk, and a desk of 1280 pixels at 400 %: what fits into that mostly fits into the others. */
const SCREENS = [
  { width: 390, height: 844, tag: ['@long'] },
  { width: 1280, height: 800, tag: ['@long'] },
  { width: 320, height: 256, tag: [] },
]

/** Creates a payment of many lines, all named alike, and opens its page; returns its id. */
async function openAwkward(page: Page, reference: string, lines = LINES): Promise<string> {
  const { id } = await sandbox().createTransaction({
    reference,
    customer: { firstName: WORD, lastName: 'Lie', email: `${WORD.slice(0, 60)}@example.com` },
    items: Array.from({ length: lines }, (_, n) => ({
      id: SIZES[n] ?? `SKU-${n}`,
      line_id: `${n}`,
      description: n < SIZES.length ? 'Rain jacket' : `${WORD} ${n}`,
      quantity: 1,
      amount: 10_00,
      vat: 25,
      vat_amount: 2_00,
    })),
  })
  await importByWebhook(id)
  await page.goto(`/transactions?q=${encodeURIComponent(reference)}`)
  await page.waitForURL(/\/transactions\/[0-9a-f-]{36}/)
  return id
}

/** What is wider than the screen, as tags with their texts. */
function findWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const roots = [document.documentElement, ...document.querySelectorAll('[role=dialog]')]
    const wide = roots.filter((root) => root.scrollWidth > Math.min(width, root.clientWidth) + 1)
    return wide.map((root) => `${root.tagName} ${root.scrollWidth} of ${root.clientWidth}`)
  })
}

for (const { width, height, tag } of SCREENS) {
  test.describe(`${width} pixels`, { tag }, () => {
    test.use({ viewport: { width, height } })

    test('layout: long words break everywhere, and nothing is wider than the screen (D1)', async ({
      page,
    }) => {
      test.slow()
      await new SignInPage(page).signInAs('admin')
      const reference = `${WORD}-${width}`
      await openAwkward(page, reference)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await findWide(page), 'payment').toEqual([])
      const transaction = new TransactionPage(page)
      for (const key of ['c', 'v', 'a']) {
        await page.keyboard.press(key)
        await expect(transaction.dialog).toBeVisible()
        expect(await findWide(page), `dialog ${key}`).toEqual([])
        const box = await transaction.dialog.locator('button[type=submit]').boundingBox()
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
        await page.keyboard.press('Escape')
        await expect(transaction.dialog).toBeHidden()
      }
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill(WORD)
      await expect(page.getByRole('option').nth(1)).toBeVisible()
      expect(await findWide(page), 'palette').toEqual([])
      const paths = [`/transactions?view=all&q=${WORD}`, '/operations', '/audit', '/overview']
      for (const path of paths) {
        await page.goto(path)
        expect(await findWide(page), path).toEqual([])
      }
    })
  })
}

test('layout: no page of a refused and a done operation is wider than a phone (D1) @long', async ({
  page,
}) => {
  test.slow()
  await page.setViewportSize({ width: 390, height: 844 })
  await new SignInPage(page).signInAs('admin')
  const id = await openAwkward(page, `${WORD}-${Date.now()}`, 12)
  const transaction = new TransactionPage(page)
  const { dialog, history } = transaction
  const error = { code: WORD, message: `${WORD}${WORD}` }
  await sandbox().addFault({
    match: { operation: 'capture', transactionId: id },
    action: { type: 'status', status: 400, body: { error } },
  })
  await transaction.capture()
  await expect(page.getByRole('region', { name: /refused the capture/ })).toContainText(WORD)
  expect(await findWide(page), 'refusal').toEqual([])
  // The history comes with the figures that the next capture starts from.
  await expect(history).toContainText('Refused')

  await transaction.captureButton.click()
  await transaction.chooseMode('Choose lines')
  await dialog.getByRole('checkbox', { name: `${WORD} 7 SKU-7` }).check()
  await dialog.getByLabel(/^Reference/).fill(WORD.slice(0, 40))
  await transaction.sumButton(/^Capture NOK.10\.00$/).click()
  await expect(page.getByRole('heading', { name: /NOK.10\.00 captured/ })).toBeVisible()
  await expect(history).toContainText(`1 × ${WORD} 7`)
  expect(await findWide(page), 'history').toEqual([])

  await page.keyboard.press('r')
  await expect(dialog.getByRole('heading', { name: 'Refund' })).toBeVisible()
  expect(await findWide(page), 'refund').toEqual([])
  await page.keyboard.press('Escape')
  await transaction.detailsOf('Capture').first().click()
  await expect(dialog).toContainText('capture_reference')
  expect(await findWide(page), 'drawer').toEqual([])
  await dialog.getByRole('link').click()
  await page.waitForURL(/\/operations\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('main')).toContainText(`1 × ${WORD} 7`)
  expect(await findWide(page), 'operation').toEqual([])
})

test('layout: payments that cannot be read are no wider than a phone (D1) @long', async ({
  page,
}) => {
  test.slow()
  await new SignInPage(page).signInAs('staff')
  const stamp = Date.now()
  const known = `T11112222.${WORD}${stamp}`
  const strange = `T11112222.${WORD}x${stamp}`
  const makeUnread = async (id: string) => {
    await sandbox().addFault({
      match: { provider: 'dintero', operation: 'read', transactionId: id },
      times: null,
      action: { type: 'alter', set: { amount: -5 } },
    })
    await sendWebhook(id)
  }
  await sandbox().createTransaction({ id: known, reference: `${WORD}-${stamp}` })
  await sandbox().createTransaction({ id: strange, reference: `${WORD}x${stamp}` })
  await importByWebhook(known)
  await makeUnread(known)
  await makeUnread(strange)

  const row = page.getByRole('row').filter({ hasText: strange })
  await expect(async () => {
    await page.goto('/transactions?view=attention')
    await expect(row).toContainText('makes no sense', { timeout: 3_000 })
  }).toPass()
  const paymentPath = await page.getByRole('link', { name: known }).getAttribute('href')
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/transactions?view=attention')
    await expect(row).toBeVisible()
    expect(await findWide(page), `list at ${width}`).toEqual([])
    const box = await row.getByRole('button', { name: /^Read again/ }).boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
    await page.goto('/overview')
    await expect(page.getByRole('link', { name: 'See which' })).toBeVisible()
    expect(await findWide(page), `overview at ${width}`).toEqual([])
    await page.goto(paymentPath ?? '')
    await expect(page.getByText(/The last read of this payment failed, since/)).toBeVisible()
    expect(await findWide(page), `payment at ${width}`).toEqual([])
  }
})

test('dialog: 200 lines are found by a filter, with sum and prediction in sight (D2, D3) @long', async ({
  page,
}) => {
  test.slow()
  await new SignInPage(page).signInAs('staff')
  await openAwkward(page, 'AWKWARD-LINES')
  const transaction = new TransactionPage(page)
  await transaction.captureButton.click()
  await transaction.chooseMode('Choose lines')
  const { dialog } = transaction
  const height = await dialog.evaluate((element) => element.scrollHeight)
  expect(height).toBeLessThan(1_200)
  await dialog.getByRole('searchbox', { name: 'Find a line' }).fill('rain')
  await expect(dialog.getByRole('status').filter({ hasText: '4 of 200 lines' })).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'Rain jacket XL' }).check()
  await expect(dialog.getByRole('textbox', { name: 'Quantity of Rain jacket, XL' })).toHaveValue(
    '1',
  )
  await dialog.getByRole('searchbox').press('Enter')
  await expect(dialog).toBeVisible()
  await expect(dialog.getByText('partly captured')).toBeInViewport()
  await expectAccessible(page)

  // The delivery number that is typed here finds the payment afterwards.
  await dialog.getByLabel(/^Reference/).fill('DHL 90\u20114711')
  await transaction.sumButton(/^Capture NOK.10\.00$/).click()
  await expect(page.getByRole('heading', { name: /NOK.10\.00 captured/ })).toBeVisible()
  await page.goto('/transactions?view=all&q=dhl+90-4711')
  await expect(page.getByRole('link', { name: /AWKWARD-LINES/ })).toBeVisible()
})

test('search: finds a payment by name, phone and card as the page shows them (C1, C3, C4, C5) @long', async ({
  page,
}) => {
  test.slow()
  await new SignInPage(page).signInAs('staff')
  const { id } = await sandbox().createTransaction({
    reference: 'WEB-LOOKS\u20117',
    currency: 'ISK',
    amount: 31_507,
    customer: { firstName: 'Zoë', lastName: 'Quist', email: 'zoe@example.com' },
  })
  await importByWebhook(id)
  const row = page.getByRole('link', { name: /WEB-LOOKS/ })
  for (const text of [
    'ISK 31,507',
    '31 507',
    '31507 ISK',
    'web-looks-7',
    '\u200eWEB-LOOKS\u20117',
    'quist,  zoë',
  ]) {
    await page.goto(`/transactions?view=all&q=${encodeURIComponent(text)}`)
    await expect(row).toBeVisible()
  }
  // Every payment of the sandbox has this telephone number.
  for (const text of ['40 00 01 00', '+47 400 00 100', '400 00 101']) {
    await page.goto(`/transactions?view=all&currency=ISK&q=${encodeURIComponent(text)}`)
    await expect(row).toHaveCount(text.endsWith('101') ? 0 : 1)
  }

  const paid = { reference: 'WEB-CARD', currency: 'ISK', amount: 31_509 }
  const { id: cardId, account } = await new BamboraCheckoutControl(
    world().sandboxUrl,
  ).createPayment(paid)
  await sendCallback(cardId)
  const digits = account.slice(-4)
  const card = page.getByRole('link', { name: /WEB-CARD/ })
  await expect(async () => {
    await page.goto(`/transactions?view=all&currency=ISK&q=${digits}`)
    await expect(card).toBeVisible({ timeout: 5_000 })
  }).toPass()
  await card.click()
  await expect(page.getByRole('region', { name: 'Payment method' })).toContainText(digits)
})

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('layout: what is chosen and what can be pressed shows (D5) @long', async ({ page }) => {
    test.slow()
    await new SignInPage(page).signInAs('staff')
    await page.goto('/transactions?view=all')
    const styleOf = (selector: string, pseudo?: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, of) => getComputedStyle(element, of).backgroundColor, pseudo)
    const canvas = await styleOf('body')
    expect(await styleOf('main nav [aria-current]', '::after')).not.toBe(canvas)
    await openAwkward(page, 'AWKWARD-COLOURS')
    const transaction = new TransactionPage(page)
    const swatches = page
      .getByRole('region', { name: 'Where the money is' })
      .locator('.keep-colour')
    const colours = await swatches.evaluateAll((all) =>
      all.map((one) => getComputedStyle(one).backgroundColor),
    )
    expect(new Set([canvas, ...colours]).size).toBe(colours.length + 1)
    expect(colours.length).toBeGreaterThan(0)
    const button = await transaction.captureButton.evaluate(
      (element) => getComputedStyle(element).backgroundColor,
    )
    expect(button).not.toBe(canvas)
    await transaction.captureButton.click()
    const modes = transaction.dialog.locator('fieldset label')
    await modes.first().waitFor()
    const [chosen, other] = await modes.evaluateAll((labels) =>
      labels.map((label) => getComputedStyle(label).backgroundColor),
    )
    expect(chosen).not.toBe(other)
  })
})
