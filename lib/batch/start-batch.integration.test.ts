import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/access/actor'
import {
  addOrders,
  capturedAtProvider as capturedOf,
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
import { changeRow } from './change-row'
import { rehearseAgain } from './retry-rows'

let merchant: TestMerchant
let anna: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('admin')
})
afterAll(() => merchant.stop())
beforeEach(() => merchant.sandbox.control.clearFaults())

const context = (actor = anna) => contextOf(merchant.database, actor)
const rehearse = (orders: readonly string[]) => rehearseOrders(merchant.database, anna, orders)
const rows = (id: string) => rowsOf(merchant.database, anna, id)
const view = (id: string) => viewOf(merchant.database, anna, id)
const capturedAtProvider = (orders: readonly string[]) => capturedOf(merchant, orders)

/** A started batch of capturing so many new payments; nothing is taken up yet. */
async function started(count: number) {
  const orders = await addOrders(merchant, count)
  const shown = await rehearse(orders)
  return { orders, ...valueOf(await startShown(merchant.database, anna, shown)) }
}

describe('batch start, of the same again', () => {
  it('plans nothing of a file that is running, or has been done', async () => {
    const { id, orders } = await started(3)
    const again = await rehearse(orders)
    expect(again.verdicts).toMatchObject({ already_done: 3, will_do: 0 })
    const [row] = await rows(again.id)
    expect(row?.findings).toMatchObject([{ code: 'done_in_batch', batchId: id }])
    await workOff(merchant.database)
    expect((await rehearse(orders)).verdicts.already_done).toBe(3)
  })

  it('is planned once when two people start it at the same moment', async () => {
    const orders = await addOrders(merchant, 30)
    const staff = await merchant.actor('staff')
    const own = await rehearse(orders)
    const other = await rehearseOrders(merchant.database, staff, orders)
    const results = await Promise.all([
      startShown(merchant.database, anna, own),
      startShown(merchant.database, staff, other),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'batch_changed' } })
    await workOff(merchant.database)
    expect(await capturedAtProvider(orders)).toBe(30 * 10_000)
    const [isOwnStarted] = results.map(({ ok }) => ok)
    const { id } = isOwnStarted ? other : own
    const shown = await view(id)
    expect(shown.verdicts.already_done).toBe(30)
    expect(shown.states.waiting).toBe(0)
  })

  it('moves a part a second time only when a person includes it by hand', async () => {
    const [order = ''] = await addOrders(merchant, 1)
    const partly = async () => {
      const { id } = await rehearse([order])
      const act = { act: 'amount', amountMinor: 2_500 } as const
      return valueOf(await changeRow(context(), { batchId: id, number: 1, change: act }))
    }
    const [first, second, third] = [await partly(), await partly(), await partly()]
    valueOf(await startShown(merchant.database, anna, first))
    expect(await startShown(merchant.database, anna, second)).toMatchObject({
      error: { code: 'batch_changed' },
    })
    await workOff(merchant.database)
    expect(await capturedAtProvider([order])).toBe(2_500)

    const include = (batchId: string) =>
      changeRow(context(), { batchId, number: 1, change: { act: 'include' } })
    const included = valueOf(await include(second.id))
    valueOf(await include(third.id))
    const shown = valueOf(await include(third.id))
    valueOf(await startShown(merchant.database, anna, included))
    expect(await startShown(merchant.database, anna, shown)).toMatchObject({
      error: { code: 'batch_changed' },
    })
    await workOff(merchant.database)
    expect(await capturedAtProvider([order])).toBe(5_000)
  })
})

describe('batch start', () => {
  it('may be planned again where the provider has refused it', async () => {
    const orders = await addOrders(merchant, 1)
    await refuseCaptures(merchant, 1)
    const shown = await rehearse(orders)
    valueOf(await startShown(merchant.database, anna, shown))
    await workOff(merchant.database)
    expect((await view(shown.id)).operations).toEqual({ refused: 1 })
    const newBatchId = randomUUID()
    valueOf(await rehearseAgain(context(), { batchId: shown.id, newBatchId }))
    const again = await view(newBatchId)
    expect(again).toMatchObject({ source: 'retry', rows: 1, verdicts: { already_done: 0 } })
  })

  it('starts once, for the sums that were confirmed, and by who rehearsed it', async () => {
    const shown = await rehearse(await addOrders(merchant, 2))
    const less = {
      ...shown,
      planned: [{ currency: 'NOK', amountMinor: 1, provider: 'dintero', rows: 2 }],
    } as const
    expect(await startShown(merchant.database, anna, less)).toMatchObject({
      error: { code: 'batch_changed' },
    })
    const staff = await merchant.actor('staff')
    expect(await startShown(merchant.database, staff, shown)).toMatchObject({
      error: { code: 'batch_moved_on' },
    })
    valueOf(await startShown(merchant.database, anna, shown))
    expect(await startShown(merchant.database, anna, shown)).toMatchObject({
      error: { code: 'batch_moved_on' },
    })
    await workOff(merchant.database)
  })
})
