import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listTransactions } from '@/db/queries/payment/transactions'
import { dueBounds } from '@/lib/domain/listing/due'
import { isOpen, type OperationState } from '@/lib/domain/operation/outcome'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { findRecentRefusals } from './recent-refusals'
import { countViews } from './view-counts'

const HOUR_MS = 3_600_000

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS)

/** A capture that was requested so long ago, in a given state. */
async function addOperation(transactionId: string, state: OperationState, hours: number) {
  const id = randomUUID()
  const at = hoursAgo(hours).toISOString()
  await payments.database.run((db) =>
    db.execute(sql`
      with operation as (
        insert into operations (
          id, transaction_id, kind, state, amount_minor, currency, lines, reference, input_digest,
          actor_id, actor_name, actor_role, request_id, baseline_totals, baseline_event_count,
          created_at, settled_at
        )
        select
          ${id}, ${transactionId}, 'capture', ${state}, 100, 'NOK', '[]', ${id}, '', id, name, role,
          gen_random_uuid(), '{}', 0, ${at},
          case when ${isOpen(state)} then null else ${at}::timestamptz end
        from users order by email limit 1
      )
      update transactions set open_operation_id = case when ${isOpen(state)} then ${id}::uuid end
      where id = ${transactionId}`),
  )
}

async function listed(): Promise<readonly (string | null)[]> {
  const { rows } = await listTransactions(payments.database, { scope: 'all', view: 'attention' })
  return rows.map(({ orderReference }) => orderReference)
}

/** The refusals that the rows of the view show, by order reference. */
async function refusals() {
  const { rows } = await listTransactions(payments.database, { scope: 'all', view: 'attention' })
  const found = await findRecentRefusals(
    payments.database,
    'all',
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id, orderReference }) =>
    found.has(id) ? [[orderReference, found.get(id)]] : [],
  )
}

describe('the view “needs attention”', () => {
  it('holds unknown outcomes, recent failures and operations that take too long', async () => {
    const cases: readonly [string, Partial<Parameters<ListedPayments['add']>[0]>][] = [
      ['unknown', { phase: 'unknown', createdAt: hoursAgo(5_000) }],
      ['failed lately', { phase: 'failed', createdAt: hoursAgo(20) }],
      ['failed long ago', { phase: 'failed', createdAt: hoursAgo(300) }],
      ['on hold since now', { phase: 'on_hold' }],
      ['on hold too long', { phase: 'on_hold', createdAt: hoursAgo(30) }],
      ['fine', {}],
    ]
    for (const [orderReference, payment] of cases) {
      await payments.add({ orderReference, ...payment })
    }
    expect(await listed()).toEqual(['failed lately', 'on hold too long', 'unknown'])
  })

  it('is a payment whose own operation is in doubt, refused lately or pending too long', async () => {
    const cases: readonly [string, readonly [OperationState, number][]][] = [
      ['in review', [['needs_review', 1]]],
      ['unknown outcome', [['unknown', 1]]],
      ['sending', [['sending', 0]]],
      ['pending', [['pending', 2]]],
      ['pending too long', [['pending', 30]]],
      ['refused lately', [['refused', 20]]],
      ['refused long ago', [['refused', 300]]],
      [
        'refused, then done',
        [
          ['refused', 20],
          ['succeeded', 19],
        ],
      ],
      [
        'done, then refused',
        [
          ['succeeded', 21],
          ['refused', 20],
        ],
      ],
    ]
    const before = await listed()
    for (const [index, [orderReference, operations]] of cases.entries()) {
      const id = await payments.add({ orderReference, createdAt: hoursAgo(400 + index) })
      for (const [state, hours] of operations) await addOperation(id, state, hours)
    }
    const now = await listed()
    expect(now.filter((reference) => !before.includes(reference))).toEqual([
      'in review',
      'unknown outcome',
      'pending too long',
      'refused lately',
      'done, then refused',
    ])
    expect(await refusals()).toEqual([
      ['refused lately', 'capture'],
      ['done, then refused', 'capture'],
    ])
    const { attention } = await countViews(payments.database, 'all', dueBounds(new Date(), 'UTC'))
    expect(attention).toEqual({ count: now.length, isCapped: false, sums: [], endToday: 0 })
  })
})
