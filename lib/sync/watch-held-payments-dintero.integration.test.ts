import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { rereadPaymentsOnce } from './reread-payments'

const DAYS_AGO = new Date(Date.now() - 3 * 86_400_000).toISOString()

let merchant: TestMerchant
beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())

it("watch of payments on hold: notices a void in Dintero's own console within ten minutes, without a webhook (G2)", async () => {
  const { control } = merchant.sandbox
  const { id } = await control.createTransaction({ reference: 'OLD', createdAt: DAYS_AGO })
  await merchant.importAll()
  await control.actInPortal(id, { operation: 'void' })
  expect(await rereadPaymentsOnce(merchant.database)).toBe(0)
  const olderMs = LIMITS.reread.watch.olderThanMs + 1_000
  await merchant.database.run((db) =>
    db.execute(sql`
      update transactions set read_at = read_at - ${olderMs} * interval '1 millisecond'`),
  )
  expect(await rereadPaymentsOnce(merchant.database)).toBe(1)
  const rows = await merchant.database.run((db) => db.execute(sql`select status from transactions`))
  expect([...rows]).toEqual([{ status: 'voided' }])
})
