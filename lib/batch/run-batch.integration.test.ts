import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeSetting } from '@/db/queries/access/organization-settings'
import { claimRows } from '@/db/queries/batch/claim-rows'
import { findOperationDetail } from '@/db/queries/operations/find-operation-detail'
import { sessions } from '@/db/schema/people'
import type { Actor } from '@/lib/domain/access/actor'
import { LIMITS } from '@/lib/config/limits'
import { tendBatches } from '@/lib/jobs/batch-loop'
import { capturePayment } from '@/lib/operations/capture-payment'
import {
  addOrders,
  capturedAtProvider as capturedOf,
  expireLeases,
  refuseCaptures,
  rehearseOrders,
  rowsOf,
  startShown,
  valueOf,
  viewOf,
  workOff,
} from '@/testing/batches'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { repairNow } from '@/testing/repair-now'
import { setProvedAgo } from '@/testing/prove-in-session'
import { endRunning, pauseRunning, resumeRunning } from './change-batch-state'
import { changeRow } from './change-row'
import { runRow } from './run-row'

let merchant: TestMerchant
let anna: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('admin')
})
afterAll(() => merchant.stop())
beforeEach(() => merchant.sandbox.control.clearFaults())

const context = (actor = anna) => contextOf(merchant.database, actor)
const rehearse = (orders: readonly string[], kind?: 'refund') =>
  rehearseOrders(merchant.database, anna, orders, kind)
const rows = (id: string) => rowsOf(merchant.database, anna, id)
const view = (id: string) => viewOf(merchant.database, anna, id)

/** A started batch of capturing so many new payments; nothing is taken up yet. */
async function started(count: number, stopPercent?: number) {
  const orders = await addOrders(merchant, count)
  const shown = await rehearse(orders)
  return { orders, ...valueOf(await startShown(merchant.database, anna, shown, stopPercent)) }
}

const capturedAtProvider = (orders: readonly string[]) => capturedOf(merchant, orders)

/** Captures 10,00 of the batch's first payment by hand. */
async function capturePart(batchId: string) {
  const [first] = await rows(batchId)
  const payment = await merchant.reload({ id: first?.transactionId ?? '' })
  const choice = { mode: 'amount', amountMinor: 1_000 } as const
  const { id: transactionId, currency, moneyRevision: expectedRevision } = payment
  const input = { operationId: randomUUID(), transactionId, currency, expectedRevision }
  return valueOf(await capturePayment(context(), { ...input, choice, label: null }))
}

async function auditActions(batchId: string): Promise<readonly string[]> {
  const entries = await merchant.database.run((db) =>
    db.execute<{ action: string }>(sql`
      select action from audit_entries where stream_id = ${batchId} order by sequence`),
  )
  return entries.map(({ action }) => action)
}

async function change(statement: ReturnType<typeof sql>): Promise<void> {
  await merchant.owner.run((db) => db.execute(statement))
}

describe('batch run', () => {
  it('captures every row once, by the operation that was named at the rehearsal', async () => {
    const { id, orders } = await started(12)
    await workOff(merchant.database)
    expect(await view(id)).toMatchObject({
      state: 'ended',
      states: { operated: 12, waiting: 0 },
      operations: { succeeded: 12 },
    })
    expect(await capturedAtProvider(orders)).toBe(12 * 10_000)
    const [row] = await rows(id)
    expect(row).toMatchObject({
      state: 'operated',
      failure: null,
      operation: { state: 'succeeded' },
    })
    expect(await auditActions(id)).toEqual(['batch.started'])
    const operationId = row?.operation?.id ?? ''
    const detail = await findOperationDetail(merchant.database, 'all', operationId)
    expect(detail?.batch).toEqual({ id, row: 1 })
  })

  it('takes the soonest deadline first, and no more of a connection than its limit leaves', async () => {
    const { id } = await started(3)
    const late = sql`update batch_rows set deadline_at = now() + number * -1 * interval '1 day'
      where batch_id = ${id}`
    await change(late)
    const claim = { limit: 10, perConnection: 2, leaseMs: 60_000 }
    const claimed = await claimRows(merchant.database, claim)
    expect(claimed.map(({ number }) => number).toSorted()).toEqual([2, 3])
    expect(await claimRows(merchant.database, claim)).toEqual([])
    await expireLeases(merchant.owner)
    await tendBatches(merchant.database)
    await workOff(merchant.database)
  })

  it('is worked off by several instances at once, and no row is taken up twice', async () => {
    const { id, orders } = await started(20)
    await Promise.all([1, 2, 3].map(() => workOff(merchant.database, 4)))
    await workOff(merchant.database)
    expect(await view(id)).toMatchObject({ state: 'ended', operations: { succeeded: 20 } })
    expect(await capturedAtProvider(orders)).toBe(20 * 10_000)
    const [{ most } = { most: 0 }] = await merchant.database.run((db) =>
      db.execute<{ most: number }>(sql`
        select max(tries)::int as most from batch_rows where batch_id = ${id}`),
    )
    expect(most).toBe(1)
  })

  it('does not start what has changed since the rehearsal, and says so', async () => {
    const { id, orders } = await started(2)
    await capturePart(id)
    await workOff(merchant.database)
    expect((await rows(id)).map(({ state, findings }) => [state, findings])).toEqual([
      ['not_started', [{ code: 'figures_changed' }]],
      ['operated', []],
    ])
    expect(await capturedAtProvider(orders)).toBe(11_000)
  })

  it('waits while another operation of the payment is open', async () => {
    const orders = await addOrders(merchant, 1)
    const { id } = await rehearse(orders)
    const act = { act: 'amount', amountMinor: 2_000 } as const
    const shown = valueOf(await changeRow(context(), { batchId: id, number: 1, change: act }))
    valueOf(await startShown(merchant.database, anna, shown))
    const action = { type: 'accepted', closeAfterMs: 500 } as const
    await merchant.sandbox.control.addFault({ match: { operation: 'capture' }, action })
    expect(await capturePart(id)).toMatchObject({ state: 'pending' })

    await workOff(merchant.database)
    expect((await view(id)).states.waiting).toBe(1)
    await sleep(600)
    await repairNow(merchant.database)
    await expireLeases(merchant.owner)
    await workOff(merchant.database)
    expect((await view(id)).operations).toEqual({ succeeded: 1 })
    expect(await capturedAtProvider(orders)).toBe(3_000)
  })
})

describe('batch run, and the rights of its person', () => {
  it.each([
    [
      'is disabled',
      sql`update users set disabled_at = now() where email = 'staff@paydesk.example'`,
      { code: 'person_disabled' },
    ],
    [
      'has another role',
      sql`update users set role = 'viewer' where email = 'staff@paydesk.example'`,
      { code: 'not_permitted' },
    ],
    [
      'sees other connections',
      sql`update users set connection_ids = array[gen_random_uuid()] where email = 'staff@paydesk.example'`,
      { code: 'not_found' },
    ],
  ])('starts no row once the person %s', async (_what, lose, code) => {
    const staff = await merchant.actor('staff')
    const orders = await addOrders(merchant, 2)
    const shown = await rehearseOrders(merchant.database, staff, orders)
    valueOf(await startShown(merchant.database, staff, shown))
    await change(lose)
    await workOff(merchant.database)
    await change(sql`update users set disabled_at = null, role = 'staff', connection_ids = null
      where email = 'staff@paydesk.example'`)
    expect((await rows(shown.id)).map(({ state, failure }) => [state, failure])).toMatchObject([
      ['not_started', code],
      ['not_started', code],
    ])
    expect(await capturedAtProvider(orders)).toBe(0)
  })

  it('proves a second factor once, at the start, for the sum of its refunds', async () => {
    const { orders } = await started(2)
    await workOff(merchant.database)
    const request = { requestId: randomUUID(), reason: null, actor: null }
    const limits = { refundLimitsMinor: { NOK: 15_000 }, topics: [] }
    await writeSetting(merchant.owner, 'step_up', limits, request)
    const { sessionId: id, userId } = anna
    const expiresAt = sql`now() + interval '1 hour'`
    await merchant.database.run((db) => db.insert(sessions).values({ id, userId, expiresAt }))
    const shown = await rehearse(orders, 'refund')
    expect(await startShown(merchant.database, anna, shown)).toMatchObject({
      error: { code: 'step_up_required' },
    })
    await setProvedAgo(merchant.database, id, 10)
    valueOf(await startShown(merchant.database, anna, shown))
    await setProvedAgo(merchant.database, id, 3_600)
    await writeSetting(
      merchant.owner,
      'step_up',
      { refundLimitsMinor: { NOK: 1 }, topics: [] },
      request,
    )
    await workOff(merchant.database)
    expect((await view(shown.id)).operations).toEqual({ succeeded: 2 })
    await writeSetting(merchant.owner, 'step_up', { refundLimitsMinor: {}, topics: [] }, request)
  })
})

describe('batch run, held up', () => {
  it('is paused, resumed and ended, each in the audit trail', async () => {
    const { id, orders } = await started(4)
    const input = { batchId: id }
    expect(valueOf(await pauseRunning(context(), input)).state).toBe('paused')
    await workOff(merchant.database)
    expect(await capturedAtProvider(orders)).toBe(0)
    expect(await pauseRunning(context(), input)).toMatchObject({
      error: { code: 'batch_moved_on' },
    })
    expect(valueOf(await resumeRunning(context(), input)).state).toBe('running')
    const claim = { limit: 1, perConnection: 8, leaseMs: 60_000 }
    expect(await claimRows(merchant.database, claim)).toHaveLength(1)
    expect(valueOf(await endRunning(context(), input))).toMatchObject({
      state: 'ended',
      states: { withdrawn: 3, begun: 1 },
    })
    await expireLeases(merchant.owner)
    await tendBatches(merchant.database)
    expect((await view(id)).states).toMatchObject({ withdrawn: 4, begun: 0 })
    await workOff(merchant.database)
    expect(await capturedAtProvider(orders)).toBe(0)
    const actions = ['batch.started', 'batch.paused', 'batch.resumed', 'batch.ended']
    expect(await auditActions(id)).toEqual(actions)
    expect((await rehearse(orders)).verdicts.will_do).toBe(4)
  })

  it('is refused to a role that may not do what the batch does', async () => {
    const { id } = await started(1)
    const support = await merchant.actor('support')
    const input = { batchId: id }
    expect(await pauseRunning(context(support), input)).toMatchObject({
      error: { code: 'not_permitted' },
    })
    await workOff(merchant.database)
  })

  it('stops by itself once ten rows have ended and too many were refused, and can go on', async () => {
    await refuseCaptures(merchant, null)
    const { id, orders } = await started(14, 30)
    await workOff(merchant.database, 1)
    const stopped = await view(id)
    expect(stopped).toMatchObject({ state: 'stopped', operations: { refused: 10 } })
    expect(stopped.states.waiting).toBe(4)
    expect(await auditActions(id)).toEqual(['batch.started', 'batch.stopped'])
    await merchant.sandbox.control.clearFaults()
    valueOf(await resumeRunning(context(), { batchId: id }))
    await workOff(merchant.database, 1)
    expect(await view(id)).toMatchObject({ state: 'ended', operations: { succeeded: 4 } })
    expect(await capturedAtProvider(orders)).toBe(4 * 10_000)
  })
})

describe('batch run, an instance gone', () => {
  it('takes a row up again when its lease has run out, and not before', async () => {
    const { id, orders } = await started(2)
    const { leaseMs } = LIMITS.batch.run
    const claim = { limit: 8, perConnection: 8, leaseMs }
    expect(await claimRows(merchant.database, claim)).toHaveLength(2)
    await tendBatches(merchant.database)
    expect((await view(id)).states.begun).toBe(2)
    await expireLeases(merchant.owner)
    await tendBatches(merchant.database)
    expect((await view(id)).states.waiting).toBe(2)
    await workOff(merchant.database)
    expect(await capturedAtProvider(orders)).toBe(20_000)
  })

  it('leaves a row to its operation where that exists', async () => {
    const { id, orders } = await started(1)
    const claim = { limit: 8, perConnection: 8, leaseMs: 60_000 }
    const [claimed] = await claimRows(merchant.database, claim)
    if (claimed === undefined) throw new Error('nothing was due')
    expect(await runRow(merchant.database, claimed)).toMatchObject({ end: 'operated' })
    await expireLeases(merchant.owner)
    await tendBatches(merchant.database)
    expect(await view(id)).toMatchObject({ state: 'ended', states: { operated: 1 } })
    expect(await runRow(merchant.database, claimed)).toMatchObject({ end: 'operated' })
    expect(await capturedAtProvider(orders)).toBe(10_000)
  })

  it('has no intent written by an instance that lost the row long ago', async () => {
    const { id, orders } = await started(1)
    const claim = { limit: 8, perConnection: 8, leaseMs: 60_000 }
    const [claimed] = await claimRows(merchant.database, claim)
    if (claimed === undefined) throw new Error('nothing was due')
    const { startDeadlineMs } = LIMITS.operation
    const claimedAt = new Date(Date.parse(claimed.claimedAt) - startDeadlineMs).toISOString()
    expect(await runRow(merchant.database, { ...claimed, claimedAt })).toMatchObject({
      end: 'waits',
    })
    expect(await capturedAtProvider(orders)).toBe(0)
    expect(LIMITS.batch.run.leaseMs).toBeGreaterThan(
      startDeadlineMs + LIMITS.database.statementTimeoutMs,
    )
    await expireLeases(merchant.owner)
    await tendBatches(merchant.database)
    await workOff(merchant.database)
    expect((await view(id)).state).toBe('ended')
  })
})
