import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { Database } from '@/db/client'
import { findConnection } from '@/db/queries/sync/connections'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { restateAccount } from '@/testing/restate-account'

let merchant: TestMerchant
const databases: Database[] = []

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()))
  await merchant.stop()
})

/** An application instance with a memory of its own for clients and tokens. */
async function startInstance() {
  vi.resetModules()
  const { capturePayment } = await import('@/lib/operations/capture-payment')
  const database = new Database(merchant.databaseUrl, 2)
  databases.push(database)
  const actor = await merchant.actor('staff')
  return async ({ id, currency, moneyRevision }: TransactionView) => {
    const result = await capturePayment(contextOf(database, actor), {
      operationId: randomUUID(),
      transactionId: id,
      currency,
      expectedRevision: moneyRevision,
      choice: { mode: 'amount', amountMinor: 1_00 },
      label: null,
    })
    return result.ok ? result.value.state : result.error.code
  }
}

function connect(secret: Readonly<Record<string, string>>) {
  return restateAccount(merchant.owner, merchant.connection, secret)
}

it('a new secret keeps id and payments, and all instances take it at once', async () => {
  const { control } = merchant.sandbox
  const instances = [await startInstance(), await startInstance()]
  const payment = await merchant.newPayment((reference) =>
    control.createTransaction({
      reference,
      items: [{ line_id: '1', description: 'Wool', quantity: 1, amount: 9_00, vat: 0 }],
    }),
  )
  for (const capture of instances) {
    expect(await capture(await merchant.reload(payment))).toBe('succeeded')
  }

  const { id, name } = merchant.connection
  const reader = { clientId: 'paydesk-reader', clientSecret: 'paydesk-reader-secret' }
  const callbacks = { callbackSecret: 'a new one' }
  expect(await connect({ ...reader, ...callbacks })).toMatchObject({ value: { isChanged: true } })
  expect((await merchant.reload(payment)).connection).toMatchObject({ id, name })

  // The new client may only read, so that it tells itself from the old one.
  for (const capture of instances) {
    expect(await capture(await merchant.reload(payment))).toBe('refused')
  }

  const client = { id: 'paydesk-new', secret: 'paydesk-new-secret', accountId: 'T11112222' }
  await control.call('POST', 'dintero/clients', client)
  const secret = { clientId: client.id, clientSecret: client.secret }
  expect(await connect(secret)).toMatchObject({ value: { isChanged: true } })
  for (const capture of instances) {
    expect(await capture(await merchant.reload(payment))).toBe('succeeded')
  }
})

it('a secret that the provider does not accept replaces nothing', async () => {
  const { id } = merchant.connection
  const before = await findConnection(merchant.database, id)
  expect(await connect({ clientId: 'paydesk-demo', clientSecret: 'wrong' })).toMatchObject({
    error: { values: { problem: 'secret_refused' } },
  })
  expect(await findConnection(merchant.database, id)).toEqual(before)
})
