import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  countUnreadPayments,
  findUnreadOf,
  listUnreadPayments,
} from '@/db/queries/listing/unread-payments'
import { countViews } from '@/db/queries/listing/view-counts'
import { findTransactionVersion } from '@/db/queries/operations/find-transaction-version'
import { LIMITS } from '@/lib/config/limits'
import { dueBounds } from '@/lib/domain/listing/due'
import type { UnreadReason } from '@/lib/domain/payment/unread-payment'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { findSyncTurn, finishSyncRun } from './sync-runs'
import {
  claimDueUnread,
  deleteGoneUnread,
  findUnreadPayment,
  upsertUnreadPayment,
} from './unread-payments'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())
beforeEach(async () => {
  await run(sql`delete from unread_payments`)
  await run(sql`delete from transactions`)
})

function run(statement: SQL): Promise<readonly Record<string, unknown>[]> {
  return payments.owner.run((db) => db.execute(statement))
}

const note = (
  providerTransactionId: string | null,
  reason: UnreadReason = 'malformed',
  readAt = new Date().toISOString(),
  isListed = false,
) =>
  upsertUnreadPayment(payments.database, {
    connectionId: payments.connectionId,
    providerTransactionId,
    reason,
    detail: 'amount: Invalid input',
    readAt,
    isListed,
  })
const rows = async () => (await listUnreadPayments(payments.database, 'all')).rows
const claim = (limit = 10) => claimDueUnread(payments.database, { limit })
const makeDue = () => run(sql`update unread_payments set due_at = now()`)
const age = () => run(sql`update unread_payments set since = now() - interval '2 hours'`)

describe('a payment that could not be read (A2)', () => {
  it('is listed with its reason and times, known to us before or not', async () => {
    const id = await payments.add({ providerTransactionId: 'T1.known' })
    await note('T1.known')
    await note('T1.new', 'not_kept')
    expect(await rows()).toMatchObject([
      {
        provider: 'dintero',
        providerTransactionId: 'T1.known',
        reason: 'malformed',
        detail: 'amount: Invalid input',
        known: { transactionId: id, readAt: expect.any(Date) },
      },
      { providerTransactionId: 'T1.new', reason: 'not_kept', known: null },
    ])
    expect(await findUnreadOf(payments.database, 'all', id)).toMatchObject({ reason: 'malformed' })
  })

  it('is counted with what needs attention', async () => {
    await note('T1.new')
    await note(null)
    expect(await countUnreadPayments(payments.database, 'all')).toBe(2)
    expect(
      (await countViews(payments.database, 'all', dueBounds(new Date(), 'UTC'))).attention.count,
    ).toBe(2)
  })

  it('keeps its first time, and its tries are counted', async () => {
    await note('T1.new')
    await age()
    await note('T1.new', 'not_kept')
    const [row] = await rows()
    expect(Date.now() - Number(row?.since)).toBeGreaterThan(3_600_000)
    expect(Date.now() - Number(row?.triedAt)).toBeLessThan(60_000)
    expect((await run(sql`select tries from unread_payments`))[0]).toEqual({ tries: 2 })
  })

  it('leaves the list when it is written again', async () => {
    await note('T1.new')
    await note('T1.other')
    await payments.add({ providerTransactionId: 'T1.new' })
    expect((await rows()).map((row) => row.providerTransactionId)).toEqual(['T1.other'])
  })

  it('is not noted where a newer read has succeeded', async () => {
    await payments.add({ providerTransactionId: 'T1.known' })
    await note('T1.known', 'malformed', new Date(0).toISOString())
    expect(await rows()).toEqual([])
  })

  it('makes an open page of it outdated', async () => {
    const id = await payments.add({ providerTransactionId: 'T1.known' })
    const before = await findTransactionVersion(payments.database, 'all', id)
    await note('T1.known')
    expect(await findTransactionVersion(payments.database, 'all', id)).not.toBe(before)
  })

  it('leaves the open pages of all others as they are, however many there are', async () => {
    const id = await payments.add({ providerTransactionId: 'T1.other' })
    const before = await findTransactionVersion(payments.database, 'all', id)
    await note('T1.new')
    await note('T1.newer')
    expect(await findTransactionVersion(payments.database, 'all', id)).toBe(before)
  })

  it.each(['not_found', 'unavailable'] as const)(
    'that we never had is not noted because it is %s',
    async (reason) => {
      await note('T1.new', reason)
      expect(await countUnreadPayments(payments.database, 'all')).toBe(0)
      expect((await run(sql`select 1 from unread_payments`)).length).toBe(0)
    },
  )
})

describe('a provider that does not respond about a payment (A2)', () => {
  it('is noted where the payment is known from a list alone', async () => {
    await note('T1.new', 'unavailable', new Date().toISOString(), true)
    await age()
    expect(await rows()).toMatchObject([{ reason: 'unavailable', known: null }])
  })

  it('is shown only after a while', async () => {
    await payments.add({ providerTransactionId: 'T1.known' })
    await note('T1.known', 'unavailable')
    expect(await rows()).toEqual([])
    await age()
    expect(await rows()).toMatchObject([{ reason: 'unavailable' }])
  })

  it('leaves the reason that was found before', async () => {
    await note('T1.new')
    await note('T1.new', 'unavailable')
    expect(await rows()).toMatchObject([{ reason: 'malformed' }])
  })
})

describe('the next read of an unread payment (A2)', () => {
  it('is due after some minutes, then ever later within bounds', async () => {
    const dueInMs = async () => {
      const [row] = await run(sql`
        select (extract(epoch from due_at - now()) * 1000)::float8 as ms from unread_payments`)
      return Number(row?.['ms'])
    }
    await note('T1.new')
    const { retryMs, unreadLongestMs } = LIMITS.reread
    expect(Math.abs((await dueInMs()) - retryMs)).toBeLessThan(60_000)
    await note('T1.new')
    expect(Math.abs((await dueInMs()) - 2 * retryMs)).toBeLessThan(60_000)
    await run(sql`update unread_payments set tries = 500`)
    await note('T1.new')
    expect(Math.abs((await dueInMs()) - unreadLongestMs)).toBeLessThan(60_000)
  })

  it('belongs to one of several instances, and is not due again at once', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await note(`T1.${name}`)
    expect(await claim()).toEqual([])
    await makeDue()
    const claims = await Promise.all([claim(2), claim(2), claim(2)])
    const ids = claims.flat().map((row) => row.providerTransactionId)
    expect(ids.toSorted()).toEqual(['T1.a', 'T1.b', 'T1.c', 'T1.d'])
    expect(await claim()).toEqual([])
  })

  it('brings the order reference of a payment that we know', async () => {
    await payments.add({ providerTransactionId: 'T1.known', orderReference: 'ORDER-1' })
    await note('T1.known')
    await makeDue()
    expect(await claim()).toMatchObject([{ orderReference: 'ORDER-1' }])
  })
})

describe('an unread payment that the provider does not know (A2)', () => {
  const forget = (settleWindowMs: number) =>
    deleteGoneUnread(payments.database, {
      connectionId: payments.connectionId,
      providerTransactionId: 'T1.x',
      settleWindowMs,
    })

  it('is forgotten past the settle window where it was never kept', async () => {
    await note('T1.x')
    await forget(3_600_000)
    expect(await rows()).toHaveLength(1)
    await age()
    await forget(3_600_000)
    expect(await rows()).toEqual([])
  })

  it('stays where it was kept', async () => {
    await payments.add({ providerTransactionId: 'T1.x' })
    await note('T1.x', 'not_found')
    await age()
    await forget(0)
    expect(await rows()).toHaveLength(1)
  })
})

describe('entries of a list without an id (A2)', () => {
  const finish = async (since: string | null) => {
    const turn = await findSyncTurn(payments.database, payments.connectionId)
    const startedAt = new Date(Date.now() + 1_000).toISOString()
    await finishSyncRun(payments.database, turn, { since, startedAt, newest: null }, 0)
  }

  it('are one row, which no read is due for', async () => {
    await note(null)
    await note(null)
    await makeDue()
    const [row, ...others] = await rows()
    expect(row).toMatchObject({ providerTransactionId: null, known: null })
    expect(others).toEqual([])
    expect(await claim()).toEqual([])
    expect(await findUnreadPayment(payments.database, 'all', row?.id ?? '')).toMatchObject({
      providerTransactionId: null,
    })
  })

  it('leave with a run through the whole list that met none', async () => {
    await note(null)
    await finish(new Date().toISOString())
    expect(await rows()).toHaveLength(1)
    await finish(null)
    expect(await rows()).toEqual([])
  })
})
