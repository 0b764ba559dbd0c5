import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findRecentRefusals } from '@/db/queries/listing/recent-refusals'
import {
  isOpen,
  OPEN_STATES,
  OPERATION_STATES,
  type OperationState,
} from '@/lib/domain/operation/outcome'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addOperation, secondsAgo } from '@/testing/operation-row'
import { listOpenOperations, sumOpenOperations } from './list-open-operations'
import { readOpenOperationsNow } from './read-open-operations-now'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())
beforeEach(async () => {
  await payments.owner.run((db) => db.execute(sql`truncate operations cascade`))
})

async function addIn(state: OperationState, change = {}): Promise<string> {
  const id = await payments.add({ orderReference: 'ORDER-1' })
  return addOperation(payments.database, id, { state, ...change })
}

describe('the open operations', () => {
  it('are those that are not settled, oldest first, with their age and payment', async () => {
    for (const state of OPERATION_STATES.filter((closed) => !isOpen(closed))) await addIn(state)
    const young = await addIn('unknown', { createdAt: secondsAgo(10) })
    const old = await addIn('needs_review', { createdAt: secondsAgo(100) })
    const rows = await listOpenOperations(payments.database, 'all', { states: [] })
    expect(rows.map(({ operation }) => operation.id)).toEqual([old, young])
    expect(rows[0]).toMatchObject({ orderReference: 'ORDER-1' })
    expect(rows[0]?.ageMs).toBeGreaterThanOrEqual(100_000)
    expect(rows[0]?.ageMs).toBeLessThan(130_000)
  })

  it('are listed by state', async () => {
    for (const state of OPEN_STATES) await addIn(state)
    const rows = await listOpenOperations(payments.database, 'all', {
      states: ['pending', 'unknown'],
    })
    expect(rows.map(({ operation }) => operation.state).toSorted()).toEqual(['pending', 'unknown'])
  })

  it('are summed by state and currency', async () => {
    await addIn('unknown', { amountMinor: 100 })
    await addIn('unknown', { amountMinor: 20 })
    await addIn('unknown', { amountMinor: 5, currency: 'SEK' })
    await addIn('pending', { amountMinor: 7 })
    await addIn('succeeded', { amountMinor: 9 })
    const sums = await sumOpenOperations(payments.database, 'all')
    const inOrder = sums.toSorted((one, other) => one.amountMinor - other.amountMinor)
    expect(inOrder).toEqual([
      { state: 'unknown', currency: 'SEK', count: 1, amountMinor: 5 },
      { state: 'pending', currency: 'NOK', count: 1, amountMinor: 7 },
      { state: 'unknown', currency: 'NOK', count: 2, amountMinor: 120 },
    ])
  })

  it('have another version after each change, and count those that wait for people', async () => {
    const now = () => readOpenOperationsNow(payments.database, 'all')
    const none = await now()
    expect(none.inReview).toBe(0)
    const id = await addIn('needs_review')
    const one = await now()
    expect(one.inReview).toBe(1)
    expect(one.version).not.toBe(none.version)
    expect(await now()).toEqual(one)
    await payments.database.run((db) =>
      db.execute(sql`update operations set checks = checks + 1 where id = ${id}`),
    )
    expect((await now()).version).not.toBe(one.version)
    await addIn('unknown')
    expect((await now()).inReview).toBe(1)
  })
})

describe('recent refusals', () => {
  const refusedOn = async (ids: readonly string[]) =>
    Object.fromEntries(await findRecentRefusals(payments.database, 'all', ids))

  it('are given for the requested payments only', async () => {
    const [id, other] = [await payments.add({}), await payments.add({})]
    const refund = { state: 'refused', kind: 'refund' } as const
    await addOperation(payments.database, id, refund)
    await addOperation(payments.database, other, refund)
    expect(await refusedOn([id])).toEqual({ [id]: 'refund' })
  })

  it.each([
    ['succeeded since', [['succeeded', 10] as const], {}],
    ['was refused since, as another kind', [['refused', 10, 'void'] as const], { kind: 'void' }],
    ['was not sent since', [['not_sent', 10] as const], { kind: 'capture' }],
  ])('are those of the last operation: one that %s', async (_, later, reported) => {
    const id = await payments.add({})
    const { database } = payments
    await addOperation(database, id, { state: 'refused', createdAt: secondsAgo(100) })
    for (const [state, ago, kind = 'capture'] of later) {
      await addOperation(database, id, { state, kind, createdAt: secondsAgo(ago) })
    }
    expect(await refusedOn([id])).toEqual('kind' in reported ? { [id]: reported.kind } : {})
  })

  it('are forgotten after some days', async () => {
    const id = await payments.add({})
    const longAgo = secondsAgo(8 * 86_400)
    const change = { state: 'refused', createdAt: longAgo, settledAt: longAgo } as const
    await addOperation(payments.database, id, change)
    expect(await refusedOn([id])).toEqual({})
  })
})
