import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeRow } from '@/lib/batch/change-row'
import type { Actor } from '@/lib/domain/access/actor'
import type { BatchView } from '@/lib/domain/batch/batch'
import { addOrders, rehearseOrders, rowsOf, sumsOf, valueOf, viewOf } from '@/testing/batches'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { claimRows } from './claim-rows'
import { endRow } from './end-row'
import { findBatchHead } from './insert-batch'
import { startBatchRows } from './start-batch'

let merchant: TestMerchant
let anna: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('admin')
})
afterAll(() => merchant.stop())

/** A rehearsal of capturing these orders, and its revision. */
async function rehearsal(orders: readonly string[]) {
  const view = await rehearseOrders(merchant.database, anna, orders)
  const head = await findBatchHead(merchant.database, view.id)
  return { view, revision: head?.revision ?? -1 }
}

function start(view: BatchView, revision: number, actor = anna): Promise<boolean> {
  const { id: batchId } = view
  const settings = { stopPercent: 100, isProved: false, requestId: randomUUID() }
  return startBatchRows(merchant.database, {
    batchId,
    actor,
    revision,
    sums: sumsOf(view),
    ...settings,
  })
}

it('batch start: happens once, and only by who rehearsed it', async () => {
  const { view, revision } = await rehearsal(await addOrders(merchant, 2))
  expect(await start(view, revision, await merchant.actor('staff'))).toBe(false)
  expect(await start(view, revision)).toBe(true)
  expect(await start(view, revision)).toBe(false)
})

it('batch start: does not overlook a row that has changed since the batch was looked at', async () => {
  const { view, revision } = await rehearsal(await addOrders(merchant, 2))
  const change = (act: 'exclude' | 'include') =>
    changeRow(contextOf(merchant.database, anna), { batchId: view.id, number: 1, change: { act } })
  valueOf(await change('exclude'))
  valueOf(await change('include'))
  expect(await start(view, revision)).toBe(false)
  expect((await viewOf(merchant.database, anna, view.id)).state).toBe('rehearsed')
})

it('batch start: is refused for other sums, also in another currency', async () => {
  const { view, revision } = await rehearsal(await addOrders(merchant, 1))
  const [sum] = view.planned
  if (sum === undefined) throw new Error('nothing is planned')
  expect(await start({ ...view, planned: [{ ...sum, amountMinor: 9_999 }] }, revision)).toBe(false)
  expect(await start({ ...view, planned: [{ ...sum, currency: 'SEK' }] }, revision)).toBe(false)
  expect(await start({ ...view, planned: [sum, { ...sum, currency: 'SEK' }] }, revision)).toBe(
    false,
  )
})

it('batch start: plans nothing that another batch has planned, by the index alone', async () => {
  const orders = await addOrders(merchant, 1)
  const [first, second] = [await rehearsal(orders), await rehearsal(orders)]
  expect(await start(first.view, first.revision)).toBe(true)
  const past = merchant.owner.run((db) =>
    db.execute(sql`
      update batch_rows set planned_key = fingerprint || ':' || repeats
      where batch_id = ${second.view.id}`),
  )
  await expect(past).rejects.toMatchObject({ constraint_name: 'batch_rows_planned_once' })
})

it('batch row: is ended only by the process that took it up last', async () => {
  const { view, revision } = await rehearsal(await addOrders(merchant, 1))
  expect(await start(view, revision)).toBe(true)
  const claim = { limit: 50, perConnection: 50, leaseMs: 60_000 }
  const claimed = await claimRows(merchant.database, claim)
  const own = claimed.find(({ batchId }) => batchId === view.id)
  if (own === undefined) throw new Error('it was not due')
  const ended = { end: 'operated', movedNothing: false } as const
  await endRow(merchant.database, { ...own, tries: own.tries - 1 }, ended)
  const stateOf = async () => (await rowsOf(merchant.database, anna, view.id))[0]?.state
  expect(await stateOf()).toBe('begun')
  await endRow(merchant.database, own, ended)
  expect(await stateOf()).toBe('operated')
})

// The last one: the index stays away after it.
it('batch start: plans nothing that another batch has planned, by its statement alone', async () => {
  const orders = await addOrders(merchant, 1)
  const [first, second] = [await rehearsal(orders), await rehearsal(orders)]
  await merchant.owner.run((db) => db.execute(sql`drop index batch_rows_planned_once`))
  expect(await start(first.view, first.revision)).toBe(true)
  expect(await start(second.view, second.revision)).toBe(false)
})
