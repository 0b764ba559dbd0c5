import type { Browser, Page } from '@playwright/test'
import { startInstance, type Instance } from '@/testing/application-instance'
import { startCallReceiver, type CallReceiver } from '@/testing/call-receiver'
import { startMailServer, type TestMailServer } from '@/testing/mail-server'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { addOperation, secondsAgo } from '@/testing/operation-row'
import { expectAccessible } from '../support/expect-accessible'
import { personAs } from '../support/in-review'
import { expect, test } from '../support/test'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

/** Rounds that people would wait for, shortened. */
const LIMITS = JSON.stringify({ notice: { everyMs: 500, send: { pollMs: 200 } } })

interface Surroundings {
  readonly merchant: TestMerchant
  readonly mails: TestMailServer
  readonly receiver: CallReceiver
  readonly instance: Instance
}

/** An instance of its own: everyone of the world would hear of these notices. */
async function start(): Promise<Surroundings> {
  const merchant = await startTestMerchant()
  const [mails, receiver] = await Promise.all([startMailServer(), startCallReceiver()])
  const instance = await startInstance(merchant, {
    environment: {
      PAYDESK_LIMITS: LIMITS,
      PAYDESK_SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
      PAYDESK_MAIL_FROM: 'Paydesk <no-reply@paydesk.example>',
      PAYDESK_LOCAL_WEBHOOKS: 'allowed',
    },
  })
  return { merchant, mails, receiver, instance }
}

/** A capture whose outcome has not been known for eleven minutes, and which nothing settles. */
async function addUnknown(merchant: TestMerchant): Promise<string> {
  let order = ''
  const { id } = await merchant.newPayment((reference) => {
    order = reference
    return merchant.sandbox.control.createTransaction({ reference })
  })
  const nextCheckAt = new Date(Date.now() + 3_600_000)
  await addOperation(merchant.database, id, { sentAt: secondsAgo(660), nextCheckAt })
  return order
}

const bell = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Notices/ })

async function openChoices(page: Page) {
  await page.goto('/account')
  await waitUntilHydrated(page)
  return page.getByRole('region', { name: 'Notices' })
}

/** Sets the webhook as an admin, and tests it. */
async function setWebhook(browser: Browser, { instance, receiver }: Surroundings): Promise<Page> {
  const page = await personAs(browser, 'admin', instance.url)
  await page.goto('/settings/notices')
  await waitUntilHydrated(page)
  const card = page.getByRole('region', { name: 'Webhook' })
  await card.getByLabel('Not known for long').check()
  await card.getByLabel('Shape').selectOption('A message for Slack')
  await card.getByLabel('Address').fill('http://hooks.slack.example/x')
  await card.getByRole('button', { name: 'Save' }).click()
  await expect(card.getByLabel('Address')).toHaveAccessibleDescription(/begins with https/)
  await card.getByLabel('Address').fill(`${receiver.url}/secret-path`)
  await card.getByRole('button', { name: 'Save' }).click()
  await expect(card.getByLabel('Address')).toHaveAccessibleDescription(/Kept: an address at 127/)
  await expect(card.getByLabel('Address')).toHaveValue('')
  await expectAccessible(page)
  const calls = page.getByRole('region', { name: 'Test and last calls' })
  await calls.getByRole('button', { name: 'Send a test' }).click()
  await expect(calls.getByText('Delivered: the address answered with 200.')).toBeVisible()
  receiver.answer = { status: 403 }
  await calls.getByRole('button', { name: 'Send a test' }).click()
  await expect(calls.getByRole('alert').filter({ hasText: 'not delivered' })).toContainText(
    'It answered with 403.',
  )
  receiver.answer = { status: 200 }
  expect(await page.content()).not.toContain('secret-path')
  return page
}

test('notices: chosen, counted in the bell, mailed and sent to the webhook, and read', async ({
  browser,
}) => {
  const surroundings = await start()
  const { merchant, mails, receiver, instance } = surroundings
  try {
    const page = await personAs(browser, 'support', instance.url)
    const choices = await openChoices(page)
    await choices.getByLabel('Not known for long: by mail').check()
    await expect(choices.getByRole('status')).toHaveText('Saved.')
    await expectAccessible(page)
    const admin = await setWebhook(browser, surroundings)
    receiver.received.splice(0)

    // The bell counts without a reload.
    await page.goto('/transactions')
    await expect(bell(page)).toHaveAccessibleName('Notices')
    const order = await addUnknown(merchant)
    await expect(bell(page)).toHaveAccessibleName(/^Notices 1 new notice$/)
    await expect.poll(() => mails.received.length).toBe(1)
    expect(mails.received[0]?.envelope.to).toEqual(['support@paydesk.example'])
    expect(mails.received[0]?.parsed.text).toContain(`Order ${order}`)
    await expect.poll(() => receiver.received.length).toBe(1)
    expect(JSON.stringify(receiver.received[0]?.body)).toContain(`Order ${order}`)

    await bell(page).click()
    const list = page.getByRole('region', { name: 'Your notices' })
    const line = list.getByRole('listitem').filter({ hasText: order })
    await expect(line).toContainText('it is not known yet if it happened')
    await expectAccessible(page)
    await line.getByRole('link').click()
    await expect(page).toHaveURL(/\/operations\/[0-9a-f-]{36}$/)
    await page.goBack()
    await line.getByRole('button', { name: /^Mark as read/ }).click()
    await expect(bell(page)).toHaveAccessibleName('Notices')
    await expect(line.getByText('New')).toBeHidden()
    await expect(bell(admin)).toHaveAccessibleName(/1 new notice/)

    // Whoever chose not to be told is not told; others are.
    const again = await openChoices(page)
    await again.getByLabel('Not known for long: in the bell').uncheck()
    await expect(again.getByRole('status')).toHaveText('Saved.')
    await addUnknown(merchant)
    await expect(bell(admin)).toHaveAccessibleName(/2 new notices/)
    await admin.goto('/notices')
    await waitUntilHydrated(admin)
    await admin.getByRole('button', { name: 'Mark all as read' }).click()
    await expect(admin.getByRole('status').filter({ hasText: 'All is read.' })).toBeFocused()
    await page.reload()
    await expect(bell(page)).toHaveAccessibleName('Notices')
    expect(mails.received).toHaveLength(1)
    expect(receiver.received).toHaveLength(1)

    await admin.goto('/settings/notices')
    const calls = admin.getByRole('list', { name: 'The last calls, the newest first' })
    await expect(calls.getByRole('listitem')).toHaveText(/^Delivered/)
  } finally {
    instance.process.kill('SIGKILL')
    await Promise.all([mails.stop(), receiver.stop()])
    await merchant.stop()
  }
})
