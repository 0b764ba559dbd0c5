import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import type { OperationState } from '@/lib/domain/operation/outcome'
import { holdRows } from '@/testing/held-row'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addAttempt, addOperation, findOperationRow, secondsAgo } from '@/testing/operation-row'
import { claimDueOperations, claimOperation } from './claim-operations'
import { holdSenderLock } from './sender-lock'

const LEASE_MS = 60_000

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())
beforeEach(async () => {
  await payments.owner.run((db) => db.execute(sql`truncate operations cascade`))
})

async function addIn(state: OperationState, change = {}): Promise<string> {
  return addOperation(payments.database, await payments.add({}), { state, ...change })
}

const claimDue = (limit = 10) => claimDueOperations(payments.database, { limit, leaseMs: LEASE_MS })
const idsOf = (claimed: readonly { readonly id: string }[]) => claimed.map(({ id }) => id)

describe('claiming due operations', () => {
  it('leases each operation that is open with repair, for so long', async () => {
    const ids = [
      await addIn('intended'),
      await addIn('sending'),
      await addIn('pending'),
      await addIn('unknown'),
    ]
    expect(idsOf(await claimDue()).toSorted()).toEqual(ids.toSorted())
    const { leasedUntil } = await findOperationRow(payments.database, ids[0] ?? '')
    expect(Math.abs(Number(leasedUntil) - Date.now() - LEASE_MS)).toBeLessThan(5_000)
  })

  it.each(['needs_review', 'succeeded', 'refused', 'not_sent', 'abandoned'] as const)(
    'leaves what is %s alone',
    async (state) => {
      await addIn(state)
      expect(await claimDue()).toEqual([])
    },
  )

  it('leaves alone what is due later, or never', async () => {
    await addIn('unknown', { nextCheckAt: secondsAgo(-30) })
    await addIn('pending', { nextCheckAt: null })
    expect(await claimDue()).toEqual([])
  })

  it('leaves alone what another instance has leased, until the lease has ended', async () => {
    await addIn('unknown', { leasedUntil: secondsAgo(-30) })
    const over = await addIn('unknown', { leasedUntil: secondsAgo(1) })
    expect(idsOf(await claimDue())).toEqual([over])
    expect(await claimDue()).toEqual([])
  })

  it('gives each operation to one of several instances that ask at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => addIn('unknown')))
    const claims = await Promise.all(Array.from({ length: 4 }, () => claimDue(2)))
    expect(claims.flatMap(idsOf).toSorted()).toEqual(ids.toSorted())
  })

  it('passes by what another instance is just at, without waiting for it', async () => {
    const held = await addIn('unknown', { nextCheckAt: secondsAgo(30) })
    const free = await addIn('unknown')
    const select = `select 1 from operations where id = '${held}'`
    const release = await holdRows(payments.databaseUrl, select)
    try {
      expect(idsOf(await claimDue())).toEqual([free])
    } finally {
      await release()
    }
  })

  it('takes the longest overdue first, and no more than the given number', async () => {
    await addIn('unknown', { nextCheckAt: secondsAgo(10) })
    const oldest = await addIn('unknown', { nextCheckAt: secondsAgo(30) })
    const second = await addIn('unknown', { nextCheckAt: secondsAgo(20) })
    expect(idsOf(await claimDue(2)).toSorted()).toEqual([oldest, second].toSorted())
  })
})

describe('claiming one operation', () => {
  const claim = (id: string, spacingMs = 1_000) =>
    claimOperation(payments.database, { id, spacingMs, leaseMs: LEASE_MS })

  it.each([
    ['unknown', {}],
    ['pending', {}],
    ['unknown', { nextCheckAt: secondsAgo(-3_600) }],
    ['sending', { nextCheckAt: secondsAgo(1) }],
  ] as const)('gives what is %s with %o', async (state, change) => {
    const id = await addIn(state, change)
    await addIn('unknown')
    expect(await claim(id)).toMatchObject({ id })
  })

  it.each([
    ['intended', {}],
    ['sending', { nextCheckAt: secondsAgo(-30) }],
    ['needs_review', {}],
    ['succeeded', {}],
    ['unknown', { leasedUntil: secondsAgo(-30) }],
  ] as const)('refuses what is %s with %o', async (state, change) => {
    expect(await claim(await addIn(state, change))).toBeNull()
  })

  it('refuses a check sooner after the last one than the provider’s spacing', async () => {
    const id = await addIn('unknown', { lastCheckedAt: secondsAgo(20) })
    expect(await claim(id, 30_000)).toBeNull()
    expect(await claim(id, 10_000)).toMatchObject({ id })
  })

  it('refuses a check too soon after the send, where none was made yet', async () => {
    const id = await addIn('unknown', { sentAt: secondsAgo(20), lastCheckedAt: null })
    expect(await claim(id, 30_000)).toBeNull()
    expect(await claim(id, 10_000)).toMatchObject({ id })
  })

  it('gives nothing for an id that is not there', async () => {
    await addIn('unknown')
    expect(await claim(randomUUID())).toBeNull()
  })
})

describe('a claimed operation', () => {
  it('brings the facts that interpreting a read needs', async () => {
    const { database, connectionId } = payments
    const providerTransactionId = `T1.${randomUUID()}`
    const transactionId = await payments.add({ providerTransactionId, orderReference: 'ORDER-1' })
    const operation = { baselineEventCount: 4, checks: 2, absentReads: 1, amountMinor: 1_234 }
    const id = await addOperation(database, transactionId, operation)
    expect(await claimDue()).toMatchObject([
      {
        ...operation,
        id,
        transactionId,
        connectionId,
        providerTransactionId,
        orderReference: 'ORDER-1',
        kind: 'capture',
        state: 'unknown',
        currency: 'NOK',
        reference: `pd-${id}`,
        baselineTotals: { authorizedMinor: 10_000, capturedMinor: 0 },
        eventCount: 0,
        isDue: true,
        senderAlive: false,
      },
    ])
  })

  it('says if its check was due, which an early one is not', async () => {
    const id = await addIn('unknown', { nextCheckAt: secondsAgo(-3_600) })
    const claimed = await claimOperation(payments.database, { id, spacingMs: 0, leaseMs: 1 })
    expect(claimed?.isDue).toBe(false)
  })

  it('counts from when its sender said that the send was over', async () => {
    const id = await addIn('unknown', { sentAt: secondsAgo(600) })
    await addAttempt(payments.database, id, { finishedAt: secondsAgo(40) })
    const [claimed] = await claimDue()
    expect(claimed?.sinceSendOverMs).toBeGreaterThan(39_000)
    expect(claimed?.sinceSendOverMs).toBeLessThan(50_000)
  })

  it('counts from the deadline of its send, where the sender never said so', async () => {
    const { sendDeadlineMs } = LIMITS.operation
    const id = await addIn('sending', { sentAt: secondsAgo(sendDeadlineMs / 1_000 + 40) })
    await addAttempt(payments.database, id)
    const [claimed] = await claimDue()
    expect(claimed?.sinceSendOverMs).toBeGreaterThan(39_000)
    expect(claimed?.sinceSendOverMs).toBeLessThan(50_000)
  })

  it('has no such time when it never was sent', async () => {
    await addIn('intended')
    expect(await claimDue()).toMatchObject([{ sentAt: null, sinceSendOverMs: null }])
  })

  it('says that its sender is alive while that holds the lock', async () => {
    const { database } = payments
    const id = await addIn('sending')
    const lock = await holdSenderLock(database, await addAttempt(database, id))
    expect(await claimDue()).toMatchObject([{ id, senderAlive: true }])
    await lock.release()
    await database.run((db) => db.execute(sql`update operations set leased_until = null`))
    expect(await claimDue()).toMatchObject([{ id, senderAlive: false }])
  })

  it('needs no lock to be free once its sender has said that the send is over', async () => {
    const { database } = payments
    const id = await addIn('unknown', { sentAt: secondsAgo(600) })
    const attemptId = await addAttempt(database, id, { finishedAt: secondsAgo(40) })
    const lock = await holdSenderLock(database, attemptId)
    expect(await claimDue()).toMatchObject([{ id, senderAlive: false }])
    await lock.release()
  })
})
