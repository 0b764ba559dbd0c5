import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addOperation, secondsAgo } from '@/testing/operation-row'
import { verifyChains } from './verify-chains'

/** What versions before 0.3.0 made of the audit trail when the data alone was restored. */

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

/** An operation and the entry of its intent, which the database dates now. */
async function intend(createdAt: Date): Promise<string> {
  const { database } = payments
  const transactionId = await payments.add({})
  const id = await addOperation(database, transactionId, { createdAt })
  await database.run((db) =>
    db.execute(sql`
      insert into audit_entries (stream_id, action, actor_name, actor_role, operation_id, detail)
      values (${transactionId}, 'operation.intended', 'Anna', 'staff', ${id}, '{}')`),
  )
  return transactionId
}

it('audit trail: an entry as old as its operation fits; one that a restore dated anew is found', async () => {
  await intend(secondsAgo(300))
  expect((await verifyChains(payments.database)).firstBad).toBeNull()
  const streamId = await intend(secondsAgo(3_600))
  expect((await verifyChains(payments.database)).firstBad).toEqual({
    streamId,
    sequence: 1,
    problem: 'dated_anew',
  })
})
