import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOpen, OPEN_STATES, OPERATION_STATES } from '@/lib/domain/operation/outcome'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addAttempt, addOperation, secondsAgo } from '@/testing/operation-row'

/** The walls behind the guards of the statements: written straight past these, the table refuses. */

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

const refusedBy = (constraint: string) => ({ constraint_name: constraint })

describe('the table of operations', () => {
  it.each(OPEN_STATES)(
    'holds: one open operation a payment, also beside one that is %s',
    async (state) => {
      const { database } = payments
      const transactionId = await payments.add({})
      await addOperation(database, transactionId, { state, amountMinor: 10 })
      const second = addOperation(database, transactionId, { state: 'intended', amountMinor: 10 })
      await expect(second).rejects.toMatchObject(refusedBy('operations_one_open'))
    },
  )

  it('takes any number of closed ones beside an open one', async () => {
    const { database } = payments
    const transactionId = await payments.add({})
    for (const state of OPERATION_STATES.filter((closed) => !isOpen(closed))) {
      await addOperation(database, transactionId, { state })
    }
    await expect(addOperation(database, transactionId)).resolves.toBeDefined()
  })

  it.each(OPERATION_STATES)(
    'holds: %s has a time of settling just if it is closed',
    async (state) => {
      const settledAt = isOpen(state) ? secondsAgo(1) : null
      const wrong = addOperation(payments.database, await payments.add({}), { state, settledAt })
      await expect(wrong).rejects.toMatchObject(refusedBy('operations_settled_when_closed'))
    },
  )

  it('holds: one id, one operation', async () => {
    const { database } = payments
    const id = await addOperation(database, await payments.add({}), { state: 'succeeded' })
    const again = addOperation(database, await payments.add({}), { id, state: 'succeeded' })
    await expect(again).rejects.toMatchObject(refusedBy('operations_pkey'))
  })

  it('holds: one first attempt an operation', async () => {
    const { database } = payments
    const operationId = await addOperation(database, await payments.add({}))
    await addAttempt(database, operationId)
    const second = addAttempt(database, operationId)
    await expect(second).rejects.toMatchObject(refusedBy('attempts_number'))
  })

  it.each([
    ['amount_minor = -1', 'operations_amount'],
    ["kind = 'chargeback'", 'operations_kind_known'],
    ["state = 'lost'", 'operations_state_known'],
  ])('refuses %s', async (assignment, constraint) => {
    const { database } = payments
    const id = await addOperation(database, await payments.add({}))
    const wrong = payments.owner.run((db) =>
      db.execute(sql`update operations set ${sql.raw(assignment)} where id = ${id}`),
    )
    await expect(wrong).rejects.toMatchObject({
      constraint_name: expect.stringMatching(new RegExp(`${constraint}|settled`)),
    })
  })
})
