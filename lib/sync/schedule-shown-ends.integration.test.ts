import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listConnections, type ConnectionRecord } from '@/db/queries/sync/connections'
import type { Provider } from '@/lib/domain/provider/provider'
import { capturePayment } from '@/lib/operations/capture-payment'
import { BamboraCheckoutControl } from '@/testing/bambora-checkout-control'
import { contextOf } from '@/testing/context-of'
import { importAll } from '@/testing/import-all'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { findOperationRow } from '@/testing/operation-row'
import type { TransactionView } from '@/lib/domain/view/transaction-view'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())

async function connectionTo(provider: Provider): Promise<ConnectionRecord> {
  const connections = await listConnections(merchant.database)
  const found = connections.find((connection) => connection.provider === provider)
  if (found === undefined) throw new Error(`there is no connection to ${provider}`)
  return found
}

/** A capture without a response, whose next check is hours away. */
async function loseCapture(payment: TransactionView, when: 'before' | 'after'): Promise<string> {
  const { control } = merchant.sandbox
  await control.addFault({ match: { operation: 'capture' }, action: { type: 'drop', when } })
  const { id: transactionId, currency, moneyRevision: expectedRevision, totals } = payment
  const operationId = randomUUID()
  const choice = { mode: 'all', amountMinor: totals.authorizedMinor } as const
  const input = { operationId, transactionId, currency, expectedRevision, choice, label: null }
  const context = contextOf(merchant.database, await merchant.actor('admin'))
  expect(await capturePayment(context, input)).toMatchObject({ value: { state: 'unknown' } })
  await merchant.database.run((db) =>
    db.execute(sql`update operations set next_check_at = now() + interval '6 hours'
      where id = ${operationId}`),
  )
  return operationId
}

async function isDue(connection: ConnectionRecord, operationId: string): Promise<boolean> {
  await importAll(merchant.database, connection)
  const { nextCheckAt } = await findOperationRow(merchant.database, operationId)
  return Number(nextCheckAt) < Date.now() + 60_000
}

function atDintero(connection: ConnectionRecord): Promise<TransactionView> {
  const { control } = merchant.sandbox
  return merchant.newPayment(
    (reference) => control.createTransaction({ reference, amount: 10_000 }),
    connection,
  )
}

function atBambora(connection: ConnectionRecord): Promise<TransactionView> {
  const control = new BamboraCheckoutControl(merchant.sandbox.url)
  return merchant.newPayment(
    (reference) => control.createPayment({ reference, amount: 10_000 }),
    connection,
  )
}

describe.each([
  ['by our reference', 'dintero', atDintero],
  ['by the totals', 'bambora-checkout', atBambora],
] as const)('the next check of an open operation, %s', (_, provider, newPayment) => {
  it('is due at once when a list shows its end', async () => {
    const connection = await connectionTo(provider)
    const operationId = await loseCapture(await newPayment(connection), 'after')
    expect(await isDue(connection, operationId)).toBe(true)
  })

  it('stays where it is when a list does not show its end', async () => {
    const connection = await connectionTo(provider)
    const operationId = await loseCapture(await newPayment(connection), 'before')
    expect(await isDue(connection, operationId)).toBe(false)
  })
})
