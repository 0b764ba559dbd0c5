import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPERATION_STATES, OPEN_STATES, type OperationState } from '@/lib/domain/operation/outcome'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addOperation, findOperationRow, secondsAgo } from '@/testing/operation-row'
import { scheduleCheckNow, recordCheck } from './record-check'

const FOUND = { code: 'no_trace_so_far' } as const

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

async function operationIn(state: OperationState, change = {}): Promise<string> {
  const leasedUntil = secondsAgo(-60)
  const wasChecked = { state, checks: 3, absentReads: 1, leasedUntil, ...change }
  return addOperation(payments.database, await payments.add({}), wasChecked)
}

describe('a check that settled nothing', () => {
  it.each([
    [true, 2, true, 4],
    [false, 0, true, 4],
    [false, 0, false, 3],
  ])(
    'when it was due (absent: %s): moves the next check on, gives the lease back, counts if it does',
    async (absent, absentReads, isCounted, checks) => {
      const operationId = await operationIn('unknown')
      const due = { absent, nextCheckMs: 120_000, isCounted }
      await recordCheck(payments.database, { operationId, found: FOUND, due })
      const row = await findOperationRow(payments.database, operationId)
      expect(row).toMatchObject({
        state: 'unknown',
        checks,
        absentReads,
        lastCheckFound: FOUND,
        leasedUntil: null,
      })
      expect(Number(row.nextCheckAt) - Number(row.lastCheckedAt)).toBe(120_000)
    },
  )

  it('before its time: leaves count, absence and schedule as they are', async () => {
    const operationId = await operationIn('pending')
    const { nextCheckAt } = await findOperationRow(payments.database, operationId)
    await recordCheck(payments.database, { operationId, found: FOUND, due: null })
    const row = await findOperationRow(payments.database, operationId)
    expect(row).toMatchObject({ checks: 3, absentReads: 1, nextCheckAt, leasedUntil: null })
    expect(row.lastCheckFound).toEqual(FOUND)
    expect(Math.abs(Number(row.lastCheckedAt) - Date.now())).toBeLessThan(5_000)
  })

  it.each(OPERATION_STATES.filter((state) => !OPEN_STATES.some((open) => open === state)))(
    'of an operation that is %s meanwhile: writes nothing',
    async (state) => {
      const operationId = await operationIn(state)
      const before = await findOperationRow(payments.database, operationId)
      const due = { absent: true, nextCheckMs: 1, isCounted: true }
      await recordCheck(payments.database, { operationId, found: FOUND, due })
      expect(await findOperationRow(payments.database, operationId)).toEqual(before)
    },
  )

  it('is noted of its own operation alone', async () => {
    const [one, other] = [await operationIn('unknown'), await operationIn('unknown')]
    const before = await findOperationRow(payments.database, other)
    await recordCheck(payments.database, { operationId: one, found: FOUND, due: null })
    expect(await findOperationRow(payments.database, other)).toEqual(before)
  })
})

describe('a check that is scheduled now', () => {
  const inAnHour = () => ({ nextCheckAt: secondsAgo(-3_600) })

  it.each(['pending', 'unknown'] as const)('of what is %s: is due now', async (state) => {
    const operationId = await operationIn(state, inAnHour())
    await scheduleCheckNow(payments.database, operationId)
    const { nextCheckAt } = await findOperationRow(payments.database, operationId)
    expect(Math.abs(Number(nextCheckAt) - Date.now())).toBeLessThan(5_000)
  })

  it.each(['intended', 'sending', 'needs_review', 'succeeded'] as const)(
    'of what is %s: stays where it is',
    async (state) => {
      const operationId = await operationIn(state, inAnHour())
      const before = await findOperationRow(payments.database, operationId)
      await scheduleCheckNow(payments.database, operationId)
      expect(await findOperationRow(payments.database, operationId)).toEqual(before)
    },
  )

  it('that is overdue already: does not lose its place in the queue', async () => {
    const operationId = await operationIn('unknown', { nextCheckAt: secondsAgo(60) })
    const { nextCheckAt } = await findOperationRow(payments.database, operationId)
    await scheduleCheckNow(payments.database, operationId)
    expect(await findOperationRow(payments.database, operationId)).toMatchObject({ nextCheckAt })
  })

  it('hastens no other operation', async () => {
    const other = await operationIn('unknown', inAnHour())
    const before = await findOperationRow(payments.database, other)
    await scheduleCheckNow(payments.database, await operationIn('unknown', inAnHour()))
    expect(await findOperationRow(payments.database, other)).toEqual(before)
  })
})
