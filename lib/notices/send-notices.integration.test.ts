import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { Database } from '@/db/client'
import { saveNoticeChoice } from '@/db/queries/notice/notice-choices'
import { noticeChoices, noticeDigests, notices, noticeSends } from '@/db/schema/notices'
import { organizationSettings } from '@/db/schema/organization-settings'
import { users } from '@/db/schema/people'
import { transactions } from '@/db/schema/transactions'
import type { Actor } from '@/lib/domain/access/actor'
import type { NoticeWebhookInput } from '@/lib/domain/access/notice-inputs'
import { startCallReceiver, type CallReceiver } from '@/testing/call-receiver'
import { contextOf } from '@/testing/context-of'
import { findDemoActor } from '@/testing/demo-actor'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { startMailServer, type TestMailServer } from '@/testing/mail-server'
import { addOperation, secondsAgo } from '@/testing/operation-row'
import { setTestEnvironment } from '@/testing/test-environment'
import { raiseDueNotices } from './raise-notices'
import { openDueSends, sendNoticesOnce } from './send-notices'
import { setWebhook, testWebhook } from './set-webhook'

vi.hoisted(() => {
  const webhook = { wholeMs: 1_000 }
  process.env.PAYDESK_LIMITS = JSON.stringify({ notice: { webhook } })
})

let listed: ListedPayments
let mails: TestMailServer
let receiver: CallReceiver
let admin: Actor
let staff: Actor
/** What the mail server says to a recipient. */
let refusal: number | null = null

beforeAll(async () => {
  listed = await startListedPayments()
  receiver = await startCallReceiver()
  mails = await startMailServer({
    onRcptTo: (_address, _session, done) =>
      refusal === null ? done() : done(Object.assign(new Error(), { responseCode: refusal })),
  })
  setTestEnvironment({
    DATABASE_URL: listed.databaseUrl,
    NEXTAUTH_URL: 'https://paydesk.example',
    PAYDESK_SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
    PAYDESK_MAIL_FROM: 'Paydesk <no-reply@paydesk.example>',
    PAYDESK_LOCAL_WEBHOOKS: 'allowed',
  })
  admin = await findDemoActor(listed.database, 'admin')
  staff = await findDemoActor(listed.database, 'staff')
})
afterEach(async () => {
  refusal = null
  receiver.answer = { status: 200 }
  receiver.received.splice(0)
  mails.received.splice(0)
  await listed.owner.run(async (db) => {
    await db.delete(notices)
    await db.delete(noticeSends)
    await db.delete(noticeDigests)
    await db.delete(noticeChoices)
    await db.delete(organizationSettings)
    await db.execute(sql`truncate operations cascade`)
    await db.update(transactions).set({ openOperationId: null, reservedCaptureMinor: 0 })
    await db.update(users).set({ connectionIds: null, disabledAt: null, language: null })
  })
})
afterAll(async () => {
  await Promise.all([mails.stop(), receiver.stop()])
  await listed.stop()
})

/** Operations that are not known for long, each of a payment of its own. */
async function addUnknown(count = 1, reference = 'A-1', connectionId = listed.connectionId) {
  for (let added = 0; added < count; added += 1) {
    const customer = { name: 'Kari Nordmann', email: 'kari@example.com', phone: null }
    const payment = await listed.add(
      {
        orderReference: reference,
        customer: Object.assign({ customerId: null, isBusiness: false }, customer),
      },
      connectionId,
    )
    await addOperation(listed.database, payment, { sentAt: secondsAgo(700 - added) })
  }
}

async function work(database = listed.database): Promise<void> {
  await raiseDueNotices(database)
  await openDueSends(database)
  await sendNoticesOnce(database)
}

const mailUnknownTo = ({ userId }: Actor) =>
  saveNoticeChoice(listed.database, userId, { kind: 'unknown_long', bell: false, mail: true })

function set(change: Partial<NoticeWebhookInput> = {}) {
  const url = `${receiver.url}/hook?key=secret`
  const input = { url, shape: 'plain', kinds: ['unknown_long'], seenAt: null } as const
  return setWebhook(contextOf(listed.database, admin), Object.assign({}, input, change))
}

const sends = () =>
  listed.owner.run((db) => db.select().from(noticeSends).orderBy(noticeSends.createdAt))

/** As if so much time had passed for all sends. */
async function letPass(interval: string) {
  await listed.owner.run(async (db) => {
    await db.execute(sql`update notice_digests set next_at = next_at - ${interval}::interval`)
    await db.execute(sql`update notice_sends set due_at = due_at - ${interval}::interval`)
  })
}

it('notice mails: one mail has what waits, with order, sum, provider and link, and no name', async () => {
  await mailUnknownTo(staff)
  await addUnknown(2, 'A <1>')
  await work()
  expect(mails.received.map(({ envelope }) => envelope.to)).toEqual([[staff.email]])
  const { subject, text = '', html = '' } = mails.received[0]?.parsed ?? {}
  expect(subject).toBe('Paydesk: 2 outcomes have not been known for ten minutes')
  expect(text).toMatch(/Capture NOK.30\.00 · Order A <1> · Dintero/)
  expect(text).toMatch(/https:\/\/paydesk\.example\/operations\/[0-9a-f-]{36}/)
  expect(text).toContain('https://paydesk.example/account#notices')
  expect(html).toContain('Order A &lt;1&gt;')
  expect(mails.received[0]?.raw).not.toMatch(/Kari|Nordmann|kari@/i)
})

it('notice mails: a mail is in the language of its person', async () => {
  await listed.owner.run((db) =>
    db.update(users).set({ language: 'nb' }).where(eq(users.id, staff.userId)),
  )
  await mailUnknownTo(staff)
  await addUnknown()
  await work()
  expect(mails.received[0]?.parsed.subject).toBe(
    'Paydesk: 1 utfall har vært uavklart i ti minutter',
  )
})

it('notice mails: without the choice no one is mailed', async () => {
  await addUnknown()
  await work()
  expect(mails.received).toEqual([])
})

it('notice digests: what comes within the hour waits for its end, and then goes together', async () => {
  await mailUnknownTo(staff)
  await addUnknown()
  await work()
  await addUnknown(3)
  await work()
  await letPass('59 minutes')
  await work()
  expect(mails.received).toHaveLength(1)
  await letPass('1 minute')
  await work()
  expect(mails.received).toHaveLength(2)
  expect(mails.received[1]?.parsed.subject).toContain('3 outcomes')
})

it('notice digests: two instances send one an hour and kind to each receiver', async () => {
  await mailUnknownTo(staff)
  await mailUnknownTo(admin)
  await set()
  const others = [new Database(listed.databaseUrl, 3), new Database(listed.databaseUrl, 3)]
  for (let round = 0; round < 4; round += 1) {
    await addUnknown(2)
    await Promise.all([...others, ...others].map((database) => work(database)))
  }
  await work()
  await Promise.all(others.map((database) => database.close()))
  expect(mails.received.map(({ envelope }) => envelope.to[0]).toSorted()).toEqual(
    [admin.email, staff.email].toSorted(),
  )
  expect(receiver.received).toHaveLength(1)
})

it('notice digests: what was read, or is out of scope by now, is not mailed', async () => {
  await mailUnknownTo(staff)
  await addUnknown(1, 'seen')
  await addUnknown(1, 'hidden', listed.otherConnectionId)
  await raiseDueNotices(listed.database)
  await openDueSends(listed.database)
  await listed.owner.run((db) =>
    db
      .update(users)
      .set({ connectionIds: [listed.connectionId] })
      .where(eq(users.id, staff.userId)),
  )
  await sendNoticesOnce(listed.database)
  expect(mails.received[0]?.parsed.text).toContain('Order seen')
  expect(mails.received[0]?.parsed.text).not.toContain('Order hidden')
})

it('notice digests: who was disabled meanwhile is mailed nothing', async () => {
  await mailUnknownTo(staff)
  await addUnknown()
  await raiseDueNotices(listed.database)
  await openDueSends(listed.database)
  await listed.owner.run((db) =>
    db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, staff.userId)),
  )
  await sendNoticesOnce(listed.database)
  expect(mails.received).toEqual([])
  expect(await sends()).toMatchObject([{ state: 'failed', problem: 'no_receiver' }])
})

it('notice mails: one that the server refuses is tried again after a pause', async () => {
  refusal = 451
  await mailUnknownTo(staff)
  await addUnknown()
  await work()
  expect(await sends()).toMatchObject([
    { state: 'open', tries: 1, problem: 'refused', status: 451 },
  ])
  await work()
  expect(await sends()).toMatchObject([{ tries: 1 }])
  await letPass('31 seconds')
  refusal = null
  await work()
  expect(await sends()).toMatchObject([{ state: 'sent', tries: 2, problem: null }])
  expect(mails.received).toHaveLength(1)
})

it('notice sends: one that its instance died over is taken up again', async () => {
  await mailUnknownTo(staff)
  await addUnknown()
  await raiseDueNotices(listed.database)
  await openDueSends(listed.database)
  const { claimSends } = await import('@/db/queries/notice/claim-sends')
  expect(await claimSends(listed.database)).toHaveLength(1)
  expect(await sendNoticesOnce(listed.database)).toBe(0)
  await letPass('61 seconds')
  expect(await sendNoticesOnce(listed.database)).toBe(1)
  expect(mails.received).toHaveLength(1)
})

it('notice webhook: is called with what it is about, and with nothing of a customer', async () => {
  expect(await set()).toEqual({ ok: true, value: { isChanged: true } })
  await addUnknown(2, 'A-7')
  await work()
  const [call] = receiver.received
  const [send] = await sends()
  expect(call).toMatchObject({
    path: '/hook?key=secret',
    headers: { 'content-type': 'application/json', 'webhook-id': send?.id },
    body: {
      id: send?.id,
      kind: 'unknown_long',
      text: '2 outcomes have not been known for ten minutes',
      count: 2,
      notices: [
        { orderReference: 'A-7', provider: 'dintero', amountMinor: 3_000, currency: 'NOK' },
        { address: expect.stringMatching(/^https:\/\/paydesk\.example\/operations\//) },
      ],
    },
  })
  expect(JSON.stringify(call?.body)).not.toMatch(/Kari|kari@/)
  expect(send).toMatchObject({ state: 'sent', status: 200 })
})

it('notice webhook: speaks as Slack reads it, with its signs escaped', async () => {
  await set({ shape: 'slack' })
  await addUnknown(25, '<!channel>|&')
  await work()
  const { text } = receiver.received[0]?.body as { readonly text: string }
  const lines = text.split('\n')
  expect(lines[0]).toBe('*25 outcomes have not been known for ten minutes*')
  expect(lines[1]).toMatch(
    /^• <https:\/\/paydesk\.example\/operations\/[0-9a-f-]{36}\|[^<>|]*&lt;!channel&gt;¦&amp;[^<>|]*>$/,
  )
  expect(lines).toHaveLength(22)
  expect(lines[21]).toBe('and 5 more')
})

it('notice webhook: kinds that were not chosen, and what was before it, are not sent', async () => {
  await addUnknown()
  await raiseDueNotices(listed.database)
  await set({ kinds: ['review_waiting', 'unknown_long'] })
  await addOperation(listed.database, await listed.add({}), { state: 'needs_review' })
  await work()
  expect(receiver.received.map(({ body }) => body)).toMatchObject([{ kind: 'review_waiting' }])
})

it.each([500, 404, 429])(
  'notice webhook: an answer %i is tried again with pauses',
  async (status) => {
    receiver.answer = { status }
    await set()
    await addUnknown()
    await work()
    expect(await sends()).toMatchObject([{ state: 'open', problem: 'refused', status }])
    for (const pause of ['30 seconds', '2 minutes', '10 minutes', '30 minutes', '2 hours']) {
      await work()
      await letPass(pause)
      await work()
    }
    expect(receiver.received).toHaveLength(6)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(await sends()).toMatchObject([{ state: 'failed', tries: 6, problem: 'refused', status }])
  },
)

it('notice webhook: a redirect is not followed', async () => {
  receiver.answer = { status: 307, location: `${receiver.url}/elsewhere` }
  await set()
  await addUnknown()
  await work()
  expect(receiver.received.map(({ path }) => path)).toEqual(['/hook?key=secret'])
  expect(await sends()).toMatchObject([{ state: 'failed', problem: 'redirect', status: 307 }])
})

it('notice webhook: an address that never answers is given up in time', async () => {
  receiver.answer = { silence: true }
  await set()
  await addUnknown()
  const began = performance.now()
  await work()
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(await sends()).toMatchObject([{ state: 'open', problem: 'no_response', status: null }])
})

it('notice webhook: a test goes out at once, and says what is wrong', async () => {
  const context = contextOf(listed.database, admin)
  expect(await testWebhook(context)).toMatchObject({ value: { problem: 'no_receiver' } })
  await set()
  expect(await testWebhook(context)).toEqual({ ok: true, value: { problem: null, status: 200 } })
  expect(receiver.received[0]?.body).toMatchObject({ notices: [{ orderReference: 'TEST-1' }] })
  receiver.answer = { status: 403 }
  expect(await testWebhook(context)).toMatchObject({
    value: { problem: 'refused', status: 403 },
  })
})

it('notice webhook: the address is sealed, and shown by its host alone', async () => {
  await set()
  const stored = await listed.owner.run((db) => db.select().from(organizationSettings))
  expect(JSON.stringify(stored)).not.toContain('secret"')
  expect(JSON.stringify(stored)).not.toContain('key=secret')
  const audit = await listed.owner.run((db) =>
    db.execute(sql`select detail from audit_entries where action = 'organization.setting_changed'`),
  )
  expect(JSON.stringify(audit.at(-1))).not.toMatch(/sealedSecret|key=secret/)
  expect(JSON.stringify(audit.at(-1))).toContain('127.0.0.1')
})

it.each([
  ['', 'invalid_input'],
  ['hooks.slack.com/x', 'invalid_input'],
  ['http://hooks.slack.com/x', 'invalid_input'],
  ['https://user:pw@hooks.slack.com/x', 'invalid_input'],
  ['ftp://hooks.slack.com/x', 'invalid_input'],
  [`https://hooks.slack.com/${'x'.repeat(1_000)}`, 'invalid_input'],
])('notice webhook: %s is refused', async (url, code) => {
  expect(await set({ url })).toMatchObject({ error: { code } })
})
