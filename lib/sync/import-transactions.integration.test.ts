import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listTransactions } from '@/db/queries/payment/transactions'
import { LIMITS } from '@/lib/config/limits'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import type { ImportReport } from './import-report'
import { importTransactions } from './import-transactions'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
  await merchant.sandbox.control.createTransactions({ count: 230, reference: 'BULK' })
})
afterAll(() => merchant.stop())
beforeEach(() => merchant.sandbox.control.clearFaults())

const waits: number[] = []
const wait = (ms: number) => Promise.resolve(waits.push(ms))

function runImport(onProgress: (report: ImportReport) => void = () => undefined) {
  return importTransactions(merchant.database, merchant.connection, { onProgress, wait })
}

/** Turns reads of the list away for so many seconds. */
function limitList(seconds: number, times: number | null = 1) {
  const headers = { 'retry-after': String(seconds) }
  const action = { type: 'status', status: 429, headers } as const
  return merchant.sandbox.control.addFault({ match: { operation: 'list' }, times, action })
}

async function count(table: string): Promise<number> {
  const [row] = await merchant.database.run((db) =>
    db.execute<{ count: number }>(sql`select count(*)::int as count from ${sql.raw(table)}`),
  )
  return row?.count ?? -1
}

describe('import', () => {
  it('pages through the whole list and reports its progress', async () => {
    const pages: number[] = []
    const result = await runImport((report) => pages.push(report.read))
    expect(result).toMatchObject({ ok: true, value: { read: 230, written: 230, malformed: 0 } })
    expect(pages).toEqual([100, 200, 230])
    expect(await count('transactions')).toBe(230)
    expect(await count('order_items')).toBe(230)
    expect(await count('transaction_events')).toBe(460)
  })

  it('run again changes nothing and makes no second copy', async () => {
    await runImport()
    expect(await count('transactions')).toBe(230)
    expect(await count('transaction_events')).toBe(460)
  })

  it('brings what was done in the provider’s own portal', async () => {
    const { id } = await merchant.sandbox.control.createTransaction({
      reference: 'PORTAL-1',
      amount: 50000,
    })
    await runImport()
    await merchant.sandbox.control.actInPortal(id, { operation: 'capture', amount: 20000 })
    await runImport()
    const { rows } = await listTransactions(merchant.database, {
      scope: 'all',
      statuses: ['partially_captured'],
      search: 'PORTAL-1',
      cursor: null,
    })
    expect(rows).toMatchObject([{ totals: { capturedMinor: 20000 } }])
  })

  it('counts a malformed entry, names it, and goes on', async () => {
    const { id } = await merchant.sandbox.control.createTransaction({ reference: 'NEWEST' })
    await merchant.sandbox.control.addFault({
      match: { operation: 'list' },
      action: { type: 'alter', set: { amount: -5 } },
    })
    const result = await runImport()
    expect(result).toMatchObject({ ok: true })
    if (!result.ok) return
    expect(result.value.malformed).toBeGreaterThan(0)
    expect(result.value.problems[0]?.problem).toContain('amount')
    expect(result.value.read).toBe(232)
    expect(id).toBeTruthy()
  })

  it('that cannot read the list says why and keeps what it had', async () => {
    await merchant.sandbox.control.addFault({
      match: { operation: 'list' },
      action: { type: 'status', status: 503, body: { error: { message: 'down' } } },
    })
    const before = await count('transactions')
    expect(await runImport()).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect(await count('transactions')).toBe(before)
    const [row] = await merchant.database.run((db) =>
      db.execute<{ failure: string }>(
        sql`select failure from imports order by started_at desc limit 1`,
      ),
    )
    expect(row?.failure).toBe('down')
  })

  it('renews a token that the provider no longer takes, once', async () => {
    await merchant.sandbox.control.clearCalls()
    await merchant.sandbox.control.addFault({
      match: { operation: 'list' },
      action: { type: 'expire-token' },
    })
    expect(await runImport()).toMatchObject({ ok: true })
    const calls = await merchant.sandbox.control.calls()
    expect(calls.filter((call) => call.operation === 'token')).toHaveLength(1)
  })
})

describe('import: a list whose reads are limited', () => {
  it('is waited for, and goes on where it stood', async () => {
    await limitList(7)
    const result = await runImport()
    expect(result).toMatchObject({ ok: true, value: { read: 232 } })
    expect(waits).toEqual([expect.any(Number)])
    expect(waits[0]).toBeLessThanOrEqual(7_000)
  })

  it('is given up where the limit does not end, or ends too late for a person who waits', async () => {
    waits.length = 0
    await limitList(7, null)
    expect(await runImport()).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect(waits).toHaveLength(LIMITS.import.limitedReads)
    await merchant.sandbox.control.clearFaults()
    await limitList(1_800, null)
    expect(await runImport()).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect(waits).toHaveLength(LIMITS.import.limitedReads)
  })
})

describe('import: malformed and unusual payments of the provider', () => {
  it('is kept without characters that no database keeps', async () => {
    const customer = { firstName: 'Ka\0ri', lastName: 'Nord\ud83d', email: 'kari@example.com' }
    await merchant.sandbox.control.createTransaction({ reference: 'NUL-1', customer })
    expect(await runImport()).toMatchObject({ ok: true, value: { malformed: 0 } })
    const filter = { scope: 'all', statuses: [], search: 'NUL-1', cursor: null } as const
    const { rows } = await listTransactions(merchant.database, filter)
    expect(rows).toMatchObject([{ customerName: 'Kari Nord\ufffd' }])
  })

  it('is kept without a rate of VAT that fits no column', async () => {
    const item = { line_id: '1', description: 'Cup', quantity: 1, amount: 100, vat: 30_000_000 }
    await merchant.sandbox.control.createTransaction({ reference: 'FITS-NOT', items: [item] })
    expect(await runImport()).toMatchObject({ ok: true, value: { malformed: 0 } })
    const filter = { scope: 'all', statuses: [], search: 'FITS', cursor: null } as const
    const { rows } = await listTransactions(merchant.database, filter)
    expect(rows.map(({ orderReference }) => orderReference)).toEqual(['FITS-NOT'])
  })
})

describe('the list after an import', () => {
  it('pages by keyset without gaps or repeats', async () => {
    const ids = new Set<string>()
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listTransactions>> = await listTransactions(
        merchant.database,
        { scope: 'all', statuses: [], search: null, cursor },
      )
      for (const row of page.rows) ids.add(row.id)
      cursor = page.next
    } while (cursor !== null)
    expect(ids.size).toBe(await count('transactions'))
  })

  it.each([
    ['an order reference', 'portal-1', 1],
    ['a part of one', 'PORTAL-', 1],
    ['an amount', '500,00', 1],
    ['a wildcard, taken as text', '%', 0],
    ['SQL, taken as text', "' or 1=1 --", 0],
  ])('finds by %s', async (_, search, found) => {
    const filter = { scope: 'all', statuses: [], search, cursor: null } as const
    const { rows } = await listTransactions(merchant.database, filter)
    expect(rows).toHaveLength(found)
  })
})
