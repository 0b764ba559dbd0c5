import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { orderNews } from '@/lib/domain/rules/order-news'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { rereadPaymentsOnce } from './reread-payments'

const DAYS_AGO = new Date(Date.now() - 3 * 86_400_000).toISOString()

let merchant: TestMerchant
beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())

const lines = (count: number) => [
  { line_id: '1', description: 'Mug', quantity: count, amount: count * 100_00, vat: 25 },
  { line_id: '2', description: 'Delivery', quantity: 1, amount: 49_00, vat: 25 },
]

/** Lets ten minutes pass since the last read, less than that by the rule; the payments read then. */
async function watch(): Promise<number> {
  expect(await rereadPaymentsOnce(merchant.database)).toBe(0)
  const olderMs = LIMITS.reread.watch.olderThanMs + 1_000
  expect(olderMs).toBeLessThan(600_000)
  await merchant.database.run((db) =>
    db.execute(sql`
      update transactions set read_at = read_at - ${olderMs} * interval '1 millisecond'`),
  )
  return rereadPaymentsOnce(merchant.database)
}

async function importOld(): Promise<string> {
  await merchant.sandbox.control.reset()
  await merchant.owner.run((db) => db.execute(sql`delete from transactions`))
  const options = { reference: 'OLD', createdAt: DAYS_AGO, items: lines(2) }
  const { id } = await merchant.sandbox.control.createTransaction(options)
  await merchant.importAll()
  return id
}

async function payment(): Promise<TransactionView> {
  const rows = await merchant.database.run((db) =>
    db.execute<{ id: string }>(sql`select id from transactions`),
  )
  return merchant.reload({ id: rows[0]?.id ?? '' })
}

describe("watch of payments on hold: within ten minutes, without a webhook, Dintero's own console (G2)", () => {
  it('is seen to void', async () => {
    await merchant.sandbox.control.actInPortal(await importOld(), { operation: 'void' })
    expect(await watch()).toBe(1)
    expect((await payment()).status).toBe('voided')
  })

  it.each(['AUTHORIZE', 'UPDATE_AUTHORIZATION'] as const)(
    'is seen to change the order, with what it put in and took out, by an event %s',
    async (authorizationEvent) => {
      const { control } = merchant.sandbox
      const id = await importOld()
      await control.call('PUT', 'dintero/settings', { authorizationEvent })
      const order = lines(3).slice(0, 1)
      await control.actInPortal(id, { operation: 'update', items: order })
      expect(await watch()).toBe(1)
      const changed = await payment()
      expect(changed.totals.authorizedMinor).toBe(300_00)
      const event = changed.events.at(-1)
      expect(event).toMatchObject({ providerKind: authorizationEvent, amountMinor: 300_00 })
      const items = changed.items.map(({ item }) => item)
      expect(orderNews(changed.events, items).get(event?.providerEventId ?? '')).toEqual({
        kind: 'changed',
        lines: [],
        changes: [
          { description: 'Mug', quantityMicros: 1_000_000, amountMinor: 100_00 },
          { description: 'Delivery', quantityMicros: -1_000_000, amountMinor: -49_00 },
        ],
      })
    },
  )
})
