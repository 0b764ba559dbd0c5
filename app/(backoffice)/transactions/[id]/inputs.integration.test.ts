import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import { runAction, type ActionRuntime } from '@/lib/access/action-core'
import { NO_SETTINGS } from '@/lib/domain/access/person-settings'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { log } from '@/lib/observability/log'
import { capturePayment } from '@/lib/operations/capture-payment'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { captureInput } from './inputs'

let merchant: TestMerchant
let runtime: ActionRuntime
let payment: TransactionView

beforeAll(async () => {
  merchant = await startTestMerchant()
  const actor = await merchant.actor('staff')
  runtime = {
    isOwnOrigin: () => Promise.resolve(true),
    readSession: () =>
      Promise.resolve({
        actor,
        settings: NO_SETTINGS,
        readAt: new Date().toISOString(),
        needsSecondFactor: false,
      }),
    address: () => Promise.resolve('203.0.113.7'),
    database: () => merchant.database,
    newRequestId: randomUUID,
    log,
  }
  await merchant.sandbox.control.createTransaction({ reference: 'INPUT-1', amount: 100_00 })
  await merchant.importAll()
  const { rows } = await listTransactions(merchant.database, { scope: 'all', search: 'INPUT-1' })
  const view = await findTransactionView(merchant.database, 'all', rows[0]?.id ?? '')
  if (view === null) throw new Error('the payment was not imported')
  payment = view
})
afterAll(() => merchant.stop())

function capture(amountMinor: unknown) {
  const { id: transactionId, currency, moneyRevision: expectedRevision } = payment
  return runAction(
    runtime,
    { permission: 'operate:capture', input: captureInput, run: capturePayment },
    {
      operationId: randomUUID(),
      transactionId,
      currency,
      expectedRevision,
      label: null,
      choice: { mode: 'amount', amountMinor },
    },
  )
}

it.each([
  [0, 'amount_not_positive'],
  [-100, 'amount_not_positive'],
  [100.5, 'amount_not_positive'],
  [2 ** 53, 'amount_not_positive'],
  ['100', 'invalid_input'],
  [null, 'invalid_input'],
])('capture: an amount of %j is refused as %s, and nothing is sent', async (amountMinor, code) => {
  const field = 'choice.amountMinor'
  expect(await capture(amountMinor)).toMatchObject({ ok: false, error: { code, field } })
  expect(await merchant.sandbox.control.calls()).not.toContainEqual(
    expect.objectContaining({ operation: 'capture' }),
  )
  const after = await findTransactionView(merchant.database, 'all', payment.id)
  expect(after?.operations).toHaveLength(0)
})

it('capture: a whole amount passes the same check of the input', async () => {
  expect(await capture(100)).toMatchObject({ ok: true, value: { state: 'succeeded' } })
})

it('capture: refuses a line id that no database can store', () => {
  const line = { lineId: 'a\0', quantityMicros: 1_000_000, amountMinor: 1 }
  const choice = { mode: 'lines', amountMinor: 1, lines: [line] }
  const ids = { operationId: randomUUID(), transactionId: randomUUID() }
  const input = { ...ids, currency: 'NOK', expectedRevision: '', label: null, choice }
  expect(captureInput.safeParse(input).success).toBe(false)
  const lines = [{ ...line, lineId: 'a' }]
  expect(captureInput.safeParse({ ...input, choice: { ...choice, lines } }).success).toBe(true)
  expect(captureInput.safeParse({ ...input, expectedRevision: '\0' }).success).toBe(false)
})
