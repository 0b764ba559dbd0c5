import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { claimDueOperations } from '@/db/queries/operations/claim-operations'
import { OPERATION_KINDS } from '@/lib/domain/operation/operation'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { ProviderClient } from '@/lib/providers/port'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addOperation, findOperationRow, findReservation } from '@/testing/operation-row'
import { setTestEnvironment } from '@/testing/test-environment'
import { resolveOperation } from './resolve-operation'

let payments: ListedPayments

beforeAll(async () => {
  setTestEnvironment()
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

/** A provider that echoes references, and of which a read shows this. */
function clientThatShows(snapshot: TransactionSnapshot): ProviderClient {
  const unused = () => Promise.reject(new Error('nothing else is asked'))
  return {
    features: {
      echoesReference: OPERATION_KINDS,
      settleWindowMs: 0,
      listsChanges: false,
      readSpacingMs: 0,
      ownUser: null,
    },
    listTransactions: null,
    checkConnection: unused,
    send: unused,
    readTransaction: () => Promise.resolve({ ok: true, snapshot }),
  }
}

it('repair: a payment that the database refuses does not keep its outcome from being written', async () => {
  const { database } = payments
  const payment = authorizedSnapshot()
  const transactionId = await payments.add(payment)
  const operationId = await addOperation(database, transactionId)
  await database.run((db) => db.execute(sql`update scheduled_reads set due_at = 'infinity'`))
  const [claimed] = await claimDueOperations(database, { limit: 1, leaseMs: 60_000 })
  if (claimed === undefined) throw new Error('nothing was claimed')
  const shown = { ...payment, events: [captureEvent({ amountMinor: 3_000, operationId })] }
  const client = clientThatShows({ ...shown, providerStatus: 'CAPTURED\0' })
  expect(await resolveOperation(database, client, claimed)).toBeNull()
  expect(await findOperationRow(database, operationId)).toMatchObject({ state: 'succeeded' })
  expect(await findReservation(database, transactionId)).toMatchObject({ openOperationId: null })
  const due = sql`select 1 from scheduled_reads where due_at <= now()`
  expect(await database.run((db) => db.execute(due))).toHaveLength(1)
})
