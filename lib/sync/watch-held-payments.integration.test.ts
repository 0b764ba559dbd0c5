import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { callControl } from '@/testing/sandbox-control'
import { noteUnread } from './note-unread'
import { rereadPaymentsOnce } from './reread-payments'

const DAYS_AGO = new Date(Date.now() - 3 * 86_400_000).toISOString()

function run(merchant: TestMerchant, statement: SQL): Promise<readonly Record<string, unknown>[]> {
  return merchant.database.run((db) => db.execute(statement))
}

/** Moves every read of a payment into the past. */
function age(merchant: TestMerchant, byMs: number): Promise<unknown> {
  return run(
    merchant,
    sql`
    update transactions set read_at = read_at - ${byMs} * interval '1 millisecond'`,
  )
}

describe.each([['bambora-checkout', 'F8']] as const)(
  'watch of payments on hold: %s',
  (provider, caseId) => {
    let merchant: TestMerchant
    beforeAll(async () => {
      merchant = await startTestMerchant(provider)
    })
    afterAll(() => merchant.stop())

    async function startAnew(): Promise<void> {
      await merchant.sandbox.control.reset()
      await merchant.owner.run((db) => db.execute(sql`delete from transactions`))
    }

    it.each([
      ['void', {}, {}, 'voided'],
      ['capture', { amount: 30_00 }, {}, 'partially_captured'],
      ['capture', {}, {}, 'captured'],
      ['refund', { amount: 10_00 }, { captured: 40_00 }, 'partially_captured_refunded'],
    ] as const)(
      `notices a %s in the provider's own portal within ten minutes: %j of %j is %s (${caseId})`,
      async (operation, part, before, status) => {
        await startAnew()
        const path = `${provider}/transactions`
        const { id } = await callControl<{ id: string }>(merchant.sandbox.url, 'POST', path, {
          reference: 'OLD',
          createdAt: DAYS_AGO,
          amount: 100_00,
          ...before,
        })
        await merchant.importAll()
        const portal = `${path}/${encodeURIComponent(id)}/portal`
        await callControl(merchant.sandbox.url, 'POST', portal, { operation, ...part })
        expect(await rereadPaymentsOnce(merchant.database)).toBe(0)
        await age(merchant, LIMITS.reread.watch.olderThanMs + 1_000)
        expect(LIMITS.reread.watch.olderThanMs).toBeLessThan(600_000)
        expect(await rereadPaymentsOnce(merchant.database)).toBe(1)
        const changed = sql`select status from transactions where provider_transaction_id = ${id}`
        expect(await run(merchant, changed)).toEqual([{ status }])
      },
    )

    it('takes no more than a round has room for, and none again whose read failed', async () => {
      await startAnew()
      await callControl(merchant.sandbox.url, 'POST', `${provider}/transactions`, {
        count: 7,
        reference: 'MANY',
        createdAt: DAYS_AGO,
      })
      await merchant.importAll()
      await age(merchant, LIMITS.reread.watch.olderThanMs + 1_000)
      await merchant.sandbox.control.addFault({
        match: { operation: 'history' },
        action: { type: 'status', status: 503 },
        times: 7,
      })
      expect(await rereadPaymentsOnce(merchant.database)).toBe(LIMITS.reread.watch.limit)
      expect(await rereadPaymentsOnce(merchant.database)).toBe(7 - LIMITS.reread.watch.limit)
      expect(await rereadPaymentsOnce(merchant.database)).toBe(0)
    })

    it('leaves the room of a round to unread payments that are due', async () => {
      await run(merchant, sql`delete from unread_payments`)
      const room = 2
      const unread = LIMITS.reread.limit - room
      for (let count = 0; count < unread; count += 1) {
        await noteUnread(merchant.database, {
          connectionId: merchant.connection.id,
          providerTransactionId: `unread-${count}`,
          reason: 'malformed',
          detail: null,
          readAt: new Date().toISOString(),
        })
      }
      await run(merchant, sql`update unread_payments set due_at = now()`)
      await run(merchant, sql`update scheduled_reads set due_at = now() + interval '20 days'`)
      await age(merchant, LIMITS.reread.watch.olderThanMs + 1_000)
      expect(await rereadPaymentsOnce(merchant.database)).toBe(LIMITS.reread.limit)
      const stillDue = sql`select 1 from unread_payments where due_at <= now()`
      expect(await run(merchant, stillDue)).toEqual([])
    })
  },
)
