import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/access/actor'
import { countOutcomes, ROW_OUTCOMES, type RowOutcome } from '@/lib/domain/batch/row-outcome'
import {
  addOrders,
  refuseCaptures,
  rehearseOrders,
  startShown,
  valueOf,
  viewOf,
  workOff,
} from '@/testing/batches'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { listBatchRows } from './list-batch-rows'

let merchant: TestMerchant
let anna: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('admin')
})
afterAll(() => merchant.stop())

it('list of batch rows: each outcome lists exactly the rows that it counts', async () => {
  const orders = await addOrders(merchant, 4)
  await refuseCaptures(merchant, 1)
  const shown = await rehearseOrders(merchant.database, anna, [...orders, 'nowhere'])
  const { id } = valueOf(await startShown(merchant.database, anna, shown))
  await workOff(merchant.database)
  const ordersOf = async (outcome: RowOutcome) =>
    (await listBatchRows(merchant.database, anna, id, { outcome })).rows.map(({ order }) => order)
  const refused = await ordersOf('refused')
  expect(refused).toHaveLength(1)
  expect([...refused, ...(await ordersOf('done'))].toSorted()).toEqual(orders.toSorted())
  expect(await ordersOf('excluded')).toEqual(['nowhere'])
  const counts = countOutcomes(await viewOf(merchant.database, anna, id))
  for (const outcome of ROW_OUTCOMES) {
    expect((await ordersOf(outcome)).length, outcome).toBe(counts[outcome])
  }
})

it('list of batch rows: goes on after a row, and tells where the next page begins', async () => {
  const orders = await addOrders(merchant, 3)
  const { id } = await rehearseOrders(merchant.database, anna, orders)
  const first = await listBatchRows(merchant.database, anna, id, { size: 2 })
  expect(first.rows.map(({ order }) => order)).toEqual(orders.slice(0, 2))
  expect(first.next).toBe(2)
  const second = await listBatchRows(merchant.database, anna, id, { size: 2, after: 2 })
  expect(second.rows.map(({ order }) => order)).toEqual(orders.slice(2))
  expect(second.next).toBeNull()
})

it('list of batch rows: a person who sees other connections gets none of its rows', async () => {
  const orders = await addOrders(merchant, 2)
  const { id } = await rehearseOrders(merchant.database, anna, [...orders, 'nowhere'])
  const other: Actor = { ...(await merchant.actor('staff')), scope: [randomUUID()] }
  expect((await listBatchRows(merchant.database, other, id)).rows).toEqual([])
  expect(await viewOf(merchant.database, other, id)).toMatchObject({ rows: 3, hiddenRows: 3 })
  const viewer = await merchant.actor('viewer')
  expect((await listBatchRows(merchant.database, viewer, id)).rows).toHaveLength(3)
  expect(await viewOf(merchant.database, viewer, id)).toMatchObject({ rows: 3, hiddenRows: 0 })
  const blind: Actor = { ...anna, scope: [] }
  const own = await listBatchRows(merchant.database, blind, id)
  expect(own.rows.map(({ order }) => order)).toEqual(['nowhere'])
  expect(await viewOf(merchant.database, blind, id)).toMatchObject({ hiddenRows: 2 })
})
