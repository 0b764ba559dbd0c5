import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/access/actor'
import { heldMinor } from '@/lib/domain/payment/transaction'
import {
  capturedAtProvider,
  rowsOf,
  startShown,
  SWEATERS_AND_MUG,
  valueOf,
  viewOf,
  workOff,
} from '@/testing/batches'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { rehearseFile } from './rehearse-file'

let merchant: TestMerchant
let anna: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('admin')
})
afterAll(() => merchant.stop())

/** Rehearses a warehouse's file, starts it and works it off. */
async function shipped(text: string) {
  const { database } = merchant
  const file = { kind: 'capture', reason: null, name: 'day.csv', columns: null } as const
  const batchId = randomUUID()
  const bytes = Buffer.from(text)
  valueOf(await rehearseFile(contextOf(database, anna), { ...file, batchId, bytes }))
  valueOf(await startShown(database, anna, await viewOf(database, anna, batchId)))
  await workOff(database)
  return rowsOf(database, anna, batchId)
}

it.each(['klarna.klarna', 'klarna.billie'])(
  'batch: a %s order that is partly shipped is captured by article and quantity, then the rest',
  async (method) => {
    const order = `L-${randomUUID().slice(0, 8)}`
    await merchant.sandbox.control.createTransaction({
      reference: order,
      items: SWEATERS_AND_MUG,
      method,
    })
    await merchant.importAll()

    const [first] = await shipped(`Order;SKU;Qty\n${order};SWE-1;1\n${order};MUG-1;1\n`)
    expect(first).toMatchObject({ state: 'operated', operation: { state: 'succeeded' } })
    expect(await capturedAtProvider(merchant, [order])).toBe(15_000)
    const partly = await merchant.reload({ id: first?.transactionId ?? '' })
    expect(heldMinor(partly.totals)).toBe(10_000)
    expect(partly.items).toMatchObject([
      { item: { lineId: 'a' }, captured: { quantityMicros: 1_000_000 } },
      { item: { lineId: 'b' }, captured: { quantityMicros: 1_000_000 } },
    ])

    const [rest] = await shipped(`Order;SKU;Qty\n${order};SWE-1;1\n`)
    expect(rest).toMatchObject({ state: 'operated', operation: { state: 'succeeded' } })
    expect(await capturedAtProvider(merchant, [order])).toBe(25_000)
    expect(await merchant.reload({ id: first?.transactionId ?? '' })).toMatchObject({
      status: 'captured',
    })
  },
)
