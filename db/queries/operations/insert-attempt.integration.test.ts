import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPERATION_STATES } from '@/lib/domain/operation/outcome'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addOperation, findOperationRow } from '@/testing/operation-row'
import { isAttemptStored, insertAttempt } from './insert-attempt'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
  // One attempt an operation: without this index only the statement's own guard can hold that.
  await payments.owner.run((db) =>
    db.execute(sql`alter table attempts drop constraint attempts_number`),
  )
})
afterAll(() => payments.stop())

const anAttempt = (operationId: string) => ({ id: randomUUID(), operationId, deadlineMs: 90_000 })

async function attemptsOf(operationId: string): Promise<readonly unknown[]> {
  return payments.database.run((db) =>
    db.execute(sql`
      select id, number, finished_at as "finishedAt", outcome from attempts
      where operation_id = ${operationId}`),
  )
}

describe('an attempt', () => {
  it('of an intended operation: is written before its send, which repair leaves alone', async () => {
    const { database } = payments
    const operationId = await addOperation(database, await payments.add({}), { state: 'intended' })
    const attempt = anAttempt(operationId)
    expect(await isAttemptStored(database, attempt.id)).toBe(false)
    expect(await insertAttempt(database, attempt)).toBe(true)
    expect(await isAttemptStored(database, attempt.id)).toBe(true)
    expect(await isAttemptStored(database, randomUUID())).toBe(false)
    const row = await findOperationRow(database, operationId)
    expect(row.state).toBe('sending')
    expect(Math.abs(Number(row.sentAt) - Date.now())).toBeLessThan(5_000)
    expect(Number(row.nextCheckAt) - Number(row.sentAt)).toBe(90_000)
    expect(await attemptsOf(operationId)).toEqual([
      { id: attempt.id, number: 1, finishedAt: null, outcome: null },
    ])
  })

  it.each(OPERATION_STATES.filter((state) => state !== 'intended'))(
    'of an operation that is %s: refused, and nothing of it changes',
    async (state) => {
      const { database } = payments
      const operationId = await addOperation(database, await payments.add({}), { state })
      const before = await findOperationRow(database, operationId)
      expect(await insertAttempt(database, anAttempt(operationId))).toBe(false)
      expect(await findOperationRow(database, operationId)).toEqual(before)
      expect(await attemptsOf(operationId)).toEqual([])
    },
  )

  it('is granted to one of several that ask at the same moment', async () => {
    const { database } = payments
    const operationId = await addOperation(database, await payments.add({}), { state: 'intended' })
    const granted = await Promise.all(
      Array.from({ length: 5 }, () => insertAttempt(database, anAttempt(operationId))),
    )
    expect(granted.filter(Boolean)).toHaveLength(1)
    expect(await attemptsOf(operationId)).toHaveLength(1)
  })

  it('changes no other operation', async () => {
    const { database } = payments
    const other = await addOperation(database, await payments.add({}), { state: 'intended' })
    expect(await insertAttempt(database, anAttempt(randomUUID()))).toBe(false)
    expect((await findOperationRow(database, other)).state).toBe('intended')
  })
})
