import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { findBatch } from '@/db/queries/batch/batch-views'
import { listBatchRows } from '@/db/queries/batch/list-batch-rows'
import { rehearseSelection } from '@/lib/batch/rehearse-batch'
import { startRows } from '@/lib/batch/start-batch'
import type { Actor } from '@/lib/domain/access/actor'
import type { BatchKind, BatchRowView, BatchView } from '@/lib/domain/batch/batch'
import type { Result } from '@/lib/domain/operation/result'
import { LIMITS } from '@/lib/config/limits'
import { beginRows, tendBatches } from '@/lib/jobs/batch-loop'
import { runSlots, type Slots } from '@/lib/jobs/run-slots'
import { contextOf } from './context-of'
import type { TestMerchant } from './merchant'

/** The lines of an order that can be shipped in parts: two sweaters and a mug. */
export const SWEATERS_AND_MUG = [
  { line_id: 'a', id: 'SWE-1', description: 'Sweater', quantity: 2, amount: 20_000, vat: 25 },
  { line_id: 'b', id: 'MUG-1', description: 'Mug', quantity: 1, amount: 5_000, vat: 25 },
]

/** The value of a result that must be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** So many authorized payments of one line of 100,00 each, imported; their order numbers. */
export async function addOrders(
  merchant: TestMerchant,
  count: number,
  prefix = `B-${randomUUID().slice(0, 8)}`,
): Promise<readonly string[]> {
  const orders = Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`)
  for (const reference of orders) {
    await merchant.sandbox.control.createTransaction({
      reference,
      items: [{ line_id: '1', description: 'Cap', quantity: 1, amount: 10_000, vat: 25 }],
    })
  }
  await merchant.importAll()
  return orders
}

/** Rehearses order numbers as if they were pasted. */
export async function rehearseOrders(
  database: Database,
  actor: Actor,
  orders: readonly string[],
  kind: BatchKind = 'capture',
): Promise<BatchView> {
  const batchId = randomUUID()
  const reason = kind === 'capture' ? null : 'other: a test'
  const selection = { by: 'orders', text: orders.join('\n') } as const
  const context = { ...contextOf(database, actor), timeZone: 'UTC' }
  valueOf(await rehearseSelection(context, { batchId, kind, selection, reason }))
  return viewOf(database, actor, batchId)
}

/** A batch that must be there. */
export async function viewOf(database: Database, actor: Actor, id: string): Promise<BatchView> {
  const view = await findBatch(database, actor, id)
  if (view === null) throw new Error('there is no such batch')
  return view
}

/** Its rows, all of them. */
export async function rowsOf(
  database: Database,
  actor: Actor,
  id: string,
): Promise<readonly BatchRowView[]> {
  return (await listBatchRows(database, actor, id, { size: 20_000 })).rows
}

/** The sums by currency that a person confirms. */
export function sumsOf({ planned }: BatchView) {
  const sums = new Map<string, number>()
  for (const { currency, amountMinor } of planned) {
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor)
  }
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }))
}

/** Starts a rehearsal for the sums that it shows. */
export function startShown(
  database: Database,
  actor: Actor,
  view: BatchView,
  stopPercent = 100,
): Promise<Result<BatchView>> {
  return startRows(contextOf(database, actor), {
    batchId: view.id,
    sums: sumsOf(view),
    stopPercent,
  })
}

/** Takes up rows, as an instance does, until none is due and none is under way. */
export async function workOff(database: Database, slots = 8): Promise<void> {
  const { atLeast, pollMs } = LIMITS.batch.run
  const done = new AbortController()
  let busy = 0
  const begin: Slots['begin'] = async (_database, free) => {
    const begun = await beginRows(database, free)
    busy += begun.length
    for (const row of begun) void row.finally(() => (busy -= 1))
    if (begun.length === 0 && busy === 0) done.abort()
    return begun
  }
  const pauseMs = Math.min(20, pollMs)
  await runSlots(database, { name: 'batches', begin, slots, atLeast, pauseMs }, done.signal)
  await tendBatches(database)
}

/** Makes the leases of rows and their pauses run out. */
export async function expireLeases(owner: Database): Promise<void> {
  await owner.run((db) =>
    db.execute(sql`
      update batch_rows set due_at = now() - interval '1 hour',
        lease_until = case when lease_until is not null then now() - interval '1 second' end`),
  )
}

/** What Dintero's ledger has captured of these orders, in all. */
export async function capturedAtProvider(
  { sandbox }: TestMerchant,
  orders: readonly string[],
): Promise<number> {
  const totals = await sandbox.control.totals({ touched: true })
  return totals
    .filter(({ merchantReference }) => orders.includes(merchantReference))
    .reduce((sum, { captured }) => sum + captured, 0)
}

/** Makes the provider refuse the next captures; all of them for null. */
export async function refuseCaptures(
  { sandbox }: TestMerchant,
  times: number | null,
): Promise<void> {
  const action = { type: 'refuse' } as const
  await sandbox.control.addFault({ match: { operation: 'capture' }, times, action })
}
