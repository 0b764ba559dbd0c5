import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addAttempt, addOperation, secondsAgo } from '@/testing/operation-row'
import { listDeadSends } from './list-dead-sends'
import { holdSenderLock } from './sender-lock'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())
beforeEach(async () => {
  await payments.owner.run((db) => db.execute(sql`truncate operations cascade`))
})

/** An operation that is being sent, before its deadline. */
async function addSend(sentAgoS = 5): Promise<{ id: string; attemptId: string }> {
  const { database } = payments
  const change = { sentAt: secondsAgo(sentAgoS), nextCheckAt: secondsAgo(-60) }
  const transactionId = await payments.add({})
  const id = await addOperation(database, transactionId, { state: 'sending', ...change })
  return { id, attemptId: await addAttempt(database, id) }
}

const list = (limit = 10) => listDeadSends(payments.database, { limit })

it('dead sends: are those whose lock is free, long before the deadline of the send (H10)', async () => {
  const living = await addSend()
  const dead = await addSend()
  const lock = await holdSenderLock(payments.database, living.attemptId)
  expect(await list()).toEqual([dead.id])
  await lock.release()
  expect((await list()).toSorted()).toEqual([living.id, dead.id].toSorted())
})

it('dead sends: what its sender has finished is none, nor what is not being sent', async () => {
  const { database } = payments
  const { attemptId } = await addSend()
  await database.run((db) =>
    db.execute(sql`update attempts set finished_at = now() where id = ${attemptId}`),
  )
  for (const state of ['intended', 'unknown', 'pending', 'needs_review', 'succeeded'] as const) {
    await addAttempt(database, await addOperation(database, await payments.add({}), { state }))
  }
  expect(await list()).toEqual([])
})

it('dead sends: come oldest first, and no more than the given number', async () => {
  await addSend(5)
  const oldest = await addSend(30)
  const second = await addSend(20)
  expect(await list(2)).toEqual([oldest.id, second.id])
})

it('dead sends: asking touches the locks of no other attempt', async () => {
  for (let count = 0; count < 50; count += 1) {
    const id = await addOperation(payments.database, await payments.add({}), { state: 'succeeded' })
    await addAttempt(payments.database, id)
  }
  const { id } = await addSend()
  const [row] = await payments.database.run((db) =>
    db.execute<{ dead: string; locks: number }>(sql`
      with dead as materialized (
        with send as materialized (
          select operations.id, attempts.id as attempt_id
          from operations join attempts on attempts.operation_id = operations.id
          where state = 'sending' and finished_at is null
        )
        select id from send
        where pg_try_advisory_xact_lock_shared(hashtextextended(attempt_id::text, 0))
      )
      select (select id from dead) as dead,
        (select count(*)::int from pg_locks where locktype = 'advisory') as locks`),
  )
  expect(row).toEqual({ dead: id, locks: 1 })
  expect(await list()).toEqual([id])
})
