import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { saveNoticeChoice } from '@/db/queries/notice/notice-choices'
import { countUnreadNotices, listNotices, markNoticesRead } from '@/db/queries/notice/read-notices'
import { batches } from '@/db/schema/batches'
import { noticeChoices, noticeRecipients, notices } from '@/db/schema/notices'
import { operations } from '@/db/schema/operations'
import { users } from '@/db/schema/people'
import { transactions } from '@/db/schema/transactions'
import type { Actor } from '@/lib/domain/access/actor'
import type { Role } from '@/lib/domain/access/permission'
import { findDemoActor } from '@/testing/demo-actor'
import { holdRows } from '@/testing/held-row'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addAttempt, addOperation, secondsAgo } from '@/testing/operation-row'
import { setTestEnvironment } from '@/testing/test-environment'
import { raiseDueNotices } from './raise-notices'

/** 13:00 in Oslo; the day ends there at 23:00 UTC. */
const NOON = new Date('2027-01-14T12:00:00Z')
const LONG_AGO = secondsAgo(660)

let listed: ListedPayments
const people = {} as Record<Role, Actor>

beforeAll(async () => {
  listed = await startListedPayments()
  setTestEnvironment({ DATABASE_URL: listed.databaseUrl, PAYDESK_TIME_ZONE: 'Europe/Oslo' })
  for (const role of ['viewer', 'staff', 'support', 'admin'] as const) {
    people[role] = await findDemoActor(listed.database, role)
  }
})
afterEach(async () => {
  await listed.owner.run(async (db) => {
    await db.delete(notices)
    await db.delete(noticeChoices)
    await db.update(transactions).set({ captureBy: null })
    await db.execute(sql`truncate operations, batches cascade`)
    await db
      .update(transactions)
      .set({ openOperationId: null, reservedCaptureMinor: 0, reservedRefundMinor: 0 })
    await db.update(users).set({ connectionIds: null, disabledAt: null })
  })
})
afterAll(() => listed.stop())

const raise = (now = new Date()) => raiseDueNotices(listed.database, now)
const linesOf = (role: Role, scope: Actor['scope'] = 'all') =>
  listNotices(listed.database, Object.assign({}, people[role], { scope }))
const unreadOf = (role: Role) => countUnreadNotices(listed.database, people[role])

async function kindsOf(role: Role) {
  return (await linesOf(role)).map(({ kind }) => kind)
}

function holdUntil(captureBy: string, reference = randomUUID()) {
  return listed.add({
    captureDeadline: { at: new Date(captureBy), source: 'provider' },
    orderReference: reference,
  })
}

it('notices: what expires on the day of the business is one line, with its sum and first deadline', async () => {
  await holdUntil('2027-01-14T22:30:00Z')
  await holdUntil('2027-01-14T14:00:00Z')
  await holdUntil('2027-01-14T11:59:00Z')
  await holdUntil('2027-01-14T23:30:00Z')
  expect(await raise(NOON)).toBe(2)
  expect(await linesOf('staff')).toMatchObject([
    {
      kind: 'expiring_today',
      count: 2,
      day: '2027-01-14',
      at: '2027-01-14T14:00:00.000000Z',
      sums: [{ currency: 'NOK', amountMinor: 20_000 }],
      isRead: false,
    },
  ])
  expect(await unreadOf('staff')).toBe(1)
  expect(await raise(NOON)).toBe(0)
})

it('notices: what expires tomorrow is told of tomorrow, and the zone of the business says when that is', async () => {
  await holdUntil('2027-01-14T23:30:00Z')
  expect(await raise(NOON)).toBe(0)
  expect(await raise(new Date('2027-01-14T23:05:00Z'))).toBe(1)
})

it('notices: an outcome that is unknown for more than ten minutes is told of once', async () => {
  const [early, late] = [await listed.add({}), await listed.add({})]
  await addOperation(listed.database, early, { sentAt: secondsAgo(590) })
  expect(await raise()).toBe(0)
  const id = await addOperation(listed.database, late, { sentAt: LONG_AGO })
  expect(await raise()).toBe(1)
  expect(await raise()).toBe(0)
  expect(await linesOf('support')).toMatchObject([
    { kind: 'unknown_long', operationId: id, sums: [{ currency: 'NOK', amountMinor: 3_000 }] },
  ])
})

it('notices: what is over counts as read, and stays in the list', async () => {
  const id = await addOperation(listed.database, await listed.add({}), { sentAt: LONG_AGO })
  await raise()
  expect(await unreadOf('staff')).toBe(1)
  await listed.owner.run((db) =>
    db
      .update(operations)
      .set({ state: 'succeeded', settledAt: new Date() })
      .where(eq(operations.id, id)),
  )
  await raise()
  expect(await unreadOf('staff')).toBe(0)
  expect(await linesOf('staff')).toMatchObject([{ isRead: true, operationState: 'succeeded' }])
})

it('notices: a review that waits is told of to those who may decide it', async () => {
  await addOperation(listed.database, await listed.add({}), { state: 'needs_review' })
  await raise()
  expect(await kindsOf('support')).toEqual(['review_waiting'])
  expect(await kindsOf('admin')).toEqual(['review_waiting'])
  expect(await kindsOf('staff')).toEqual([])
  expect(await kindsOf('viewer')).toEqual([])
})

it.each([
  ['pending', 'refused', 1],
  ['unknown', 'not_sent', 1],
  ['refused', 'refused', 0],
] as const)(
  'notices: a refund that the send left %s and that is %s later: %i notice',
  async (outcome, state, count) => {
    const change = { kind: 'refund', state, settledAt: secondsAgo(5) } as const
    const id = await addOperation(listed.database, await listed.add({}), change)
    await addAttempt(listed.database, id, { outcome, finishedAt: secondsAgo(50) })
    await raise()
    expect(await kindsOf('support')).toEqual(Array(count).fill('refund_failed'))
  },
)

it('notices: a capture that fails later, and a refund that failed days ago, are no refunds that failed now', async () => {
  for (const change of [
    { kind: 'capture', settledAt: secondsAgo(5) },
    { kind: 'refund', settledAt: secondsAgo(90_000) },
  ] as const) {
    const id = await addOperation(listed.database, await listed.add({}), {
      state: 'refused',
      ...change,
    })
    await addAttempt(listed.database, id, { outcome: 'pending' })
  }
  expect(await raise()).toBe(0)
})

async function addBatch(actor: Actor, state: 'ended' | 'stopped' | 'running') {
  const id = randomUUID()
  await listed.owner.run((db) =>
    db.insert(batches).values({
      id,
      kind: 'capture',
      state,
      source: 'pasted',
      actorId: actor.userId,
      actorName: actor.name,
      sessionId: randomUUID(),
      requestId: randomUUID(),
      stopPercent: 20,
      runningSince: secondsAgo(60),
      endedAt: state === 'ended' ? new Date() : null,
    }),
  )
  return id
}

it('notices: a batch that ended, or stopped by itself, is told of to who started it alone', async () => {
  const ended = await addBatch(people.staff, 'ended')
  const stopped = await addBatch(people.staff, 'stopped')
  await addBatch(people.staff, 'running')
  await raise()
  const lines = await linesOf('staff')
  expect(lines.map(({ batchId }) => batchId).toSorted()).toEqual([ended, stopped].toSorted())
  expect(lines.find(({ batchId }) => batchId === stopped)?.isStopped).toBe(true)
  expect(await kindsOf('admin')).toEqual([])
  // Resumed, and stopped again.
  await listed.owner.run((db) =>
    db
      .update(batches)
      .set({ runningSince: secondsAgo(1) })
      .where(eq(batches.id, stopped)),
  )
  await raise()
  expect(await linesOf('staff')).toHaveLength(3)
})

it('notices: people are told of payments in their scope alone, as it is when they look', async () => {
  const other = await listed.add({}, listed.otherConnectionId)
  await addOperation(listed.database, other, { sentAt: LONG_AGO })
  await listed.owner.run((db) =>
    db
      .update(users)
      .set({ connectionIds: [listed.connectionId] })
      .where(eq(users.id, people.staff.userId)),
  )
  await raise()
  expect(await kindsOf('staff')).toEqual([])
  expect(await kindsOf('support')).toEqual(['unknown_long'])
  // A scope that was narrowed since.
  const narrowed = [listed.connectionId]
  expect(await linesOf('support', narrowed)).toEqual([])
  const reader = Object.assign({}, people.support, { scope: narrowed })
  expect(await countUnreadNotices(listed.database, reader)).toBe(0)
  expect(await linesOf('support', [listed.otherConnectionId])).toHaveLength(1)
})

it('notices: choices count, and who cannot sign in is told nothing', async () => {
  await saveNoticeChoice(listed.database, people.viewer.userId, {
    kind: 'unknown_long',
    bell: true,
    mail: false,
  })
  await saveNoticeChoice(listed.database, people.staff.userId, {
    kind: 'unknown_long',
    bell: false,
    mail: false,
  })
  await listed.owner.run((db) =>
    db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, people.support.userId)),
  )
  await addOperation(listed.database, await listed.add({}), { sentAt: LONG_AGO })
  await raise()
  const reached = await listed.database.run((db) => db.select().from(noticeRecipients))
  expect(reached.map(({ userId }) => userId).toSorted()).toEqual(
    [people.viewer.userId, people.admin.userId].toSorted(),
  )
})

it('notices: two instances raise each of many once', async () => {
  const other = new Database(listed.databaseUrl, 2)
  for (let count = 0; count < 30; count += 1) {
    await addOperation(listed.database, await listed.add({}), { sentAt: LONG_AGO })
  }
  const found = await Promise.all(
    [listed.database, other, listed.database, other].map((database) => raiseDueNotices(database)),
  )
  await other.close()
  expect(found.reduce((sum, count) => sum + count)).toBe(30)
  expect(await unreadOf('staff')).toBe(30)
})

it('notices: an instance that meets what another one is raising waits for it, and raises none', async () => {
  const id = await addOperation(listed.database, await listed.add({}), { sentAt: LONG_AGO })
  const release = await holdRows(
    listed.ownerUrl,
    `insert into notices (id, key, kind, at, for_webhook)
      values (gen_random_uuid(), 'unknown_long:${id}', 'unknown_long', now(), false);
      select id from users where false`,
    'commit',
  )
  const raising = raise()
  const waiting = () =>
    listed.owner.run((db) =>
      db.execute(sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`),
    )
  await expect.poll(async () => (await waiting()).length).toBe(1)
  await release()
  expect(await raising).toBe(0)
  expect(await unreadOf('staff')).toBe(0)
})

it('notices: one line is marked as read, or all, and only one’s own', async () => {
  await addOperation(listed.database, await listed.add({}), { sentAt: LONG_AGO })
  await addOperation(listed.database, await listed.add({}), { sentAt: LONG_AGO })
  await raise()
  const [first] = await linesOf('staff')
  await markNoticesRead(listed.database, people.staff.userId, first?.line ?? '')
  expect(await unreadOf('staff')).toBe(1)
  await markNoticesRead(listed.database, people.staff.userId, null)
  expect(await unreadOf('staff')).toBe(0)
  expect(await unreadOf('support')).toBe(2)
})
