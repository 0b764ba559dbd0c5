import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listTransactions } from '@/db/queries/payment/transactions'
import { insertIntent } from '@/db/queries/operations/insert-intent'
import { OPERATION_KINDS } from '@/lib/domain/operation/operation'
import { capability } from '@/lib/domain/rules/capability'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { capturePayment } from '@/lib/operations/capture-payment'
import { refundPayment } from '@/lib/operations/refund-payment'
import { DEMO_ENTITY, DEMO_TOKEN } from '@/sandbox/oppwa/channels'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { operationIntent } from '@/testing/operation-intent'
import { OppwaMerchant } from '@/testing/oppwa-merchant'
import { importTransactions } from './import-transactions'

/** Figures that contradict each other are shown as reported, flagged, and nothing is offered. */

let merchant: TestMerchant
let oppwa: OppwaMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
  oppwa = await OppwaMerchant.connect(merchant)
})
afterAll(() => merchant.stop())
beforeEach(async () => {
  await merchant.sandbox.control.clearFaults()
  await run(sql`delete from unread_payments`)
})

function run(statement: SQL): Promise<readonly Record<string, unknown>[]> {
  return merchant.database.run((db) => db.execute(statement))
}

/** Imports a list of the provider that says just this. */
async function importAs(connection: TestMerchant['connection'], body: unknown): Promise<void> {
  await merchant.sandbox.control.addFault({
    match: { provider: connection.provider, operation: 'list' },
    action: { type: 'status', status: 200, body },
  })
  const onProgress = () => undefined
  expect(await importTransactions(merchant.database, connection, { onProgress })).toMatchObject({
    ok: true,
    value: { malformed: 0 },
  })
}

async function attention(): Promise<readonly string[]> {
  const { rows } = await listTransactions(merchant.database, { scope: 'all', view: 'attention' })
  return rows.map(({ id }) => id)
}

/** Checks that a payment is flagged, listed, and that neither rule nor statement lets money move. */
async function expectClosed(payment: TransactionView, totals: object): Promise<void> {
  const view = await merchant.reload(payment)
  expect(view).toMatchObject({ totals, status: 'unknown' })
  expect(OPERATION_KINDS.filter((kind) => capability(kind, view).allowed)).toEqual([])
  expect(await attention()).toContain(view.id)
  expect(
    (await run(sql`select is_contradictory as flag from transactions where id = ${view.id}`))[0],
  ).toEqual({ flag: true })
  const context = contextOf(merchant.database, await merchant.actor('admin'))
  const input = {
    transactionId: view.id,
    currency: view.currency,
    expectedRevision: view.moneyRevision,
    label: null,
  }
  const choice = { mode: 'amount', amountMinor: 100 } as const
  const operationId = () => crypto.randomUUID()
  const closed = {
    ok: false,
    error: { code: 'not_allowed', values: { denialReason: 'figures_contradict' } },
  }
  expect(
    await capturePayment(context, { ...input, operationId: operationId(), choice }),
  ).toMatchObject(closed)
  expect(
    await refundPayment(context, { ...input, operationId: operationId(), choice, reason: 'x' }),
  ).toMatchObject(closed)
  for (const kind of ['capture', 'refund', 'pay_out'] as const) {
    const intent = await operationIntent(merchant.database, view.id, {
      kind,
      amountMinor: 100,
      currency: view.currency,
    })
    expect(await insertIntent(merchant.database, intent)).toBe(false)
  }
}

describe('figures that contradict each other (A3)', () => {
  it('Dintero: more captured than authorized', async () => {
    const { control } = merchant.sandbox
    const payment = await merchant.newPayment((reference) =>
      control.createTransaction({ reference, amount: 100_00, status: 'CAPTURED' }),
    )
    const entry = await control.transaction(payment.providerTransactionId)
    const events = entry.events.map((event) =>
      event.event === 'CAPTURE' ? { ...event, amount: 101_50 } : event,
    )
    await importAs(merchant.connection, [{ ...entry, events }])
    await expectClosed(payment, { authorizedMinor: 100_00, capturedMinor: 101_50 })
  })

  it('Dintero: more refunded than captured, until the provider says otherwise', async () => {
    const { control } = merchant.sandbox
    const payment = await merchant.newPayment((reference) =>
      control.createTransaction({ reference, amount: 100_00, status: 'REFUNDED' }),
    )
    const entry = await control.transaction(payment.providerTransactionId)
    const events = entry.events.map((event) =>
      event.event === 'REFUND' ? { ...event, amount: 105_00 } : event,
    )
    await importAs(merchant.connection, [{ ...entry, events }])
    await expectClosed(payment, { capturedMinor: 100_00, refundedMinor: 105_00 })
    await importAs(merchant.connection, [entry])
    expect(await merchant.reload(payment)).toMatchObject({
      status: 'refunded',
      totals: { refundedMinor: 100_00 },
    })
    expect(await attention()).not.toContain(payment.id)
  })

  it('Open Payment Platform: refunded and charged back', async () => {
    const payment = await oppwa.newPayment({ isDebit: true, amount: 92_00, status: 'REFUNDED' })
    const query = new URLSearchParams({
      entityId: DEMO_ENTITY,
      includeLinkedTransactions: 'true',
      paymentTypes: 'PA,DB',
      'date.from': '2020-01-01 00:00:00',
      'date.to': '2099-01-01 00:00:00',
      limit: '100',
      pageNo: '1',
    })
    const answer = await fetch(`${merchant.sandbox.url}/oppwa/v3/query?${query.toString()}`, {
      headers: { authorization: `Bearer ${DEMO_TOKEN}` },
    })
    const list = (await answer.json()) as Record<'records' | 'payments', Record<string, unknown>[]>
    const field = 'records' in list ? 'records' : 'payments'
    const refund = list[field].find((entry) => entry['paymentType'] === 'RF')
    const chargeback = { ...refund, id: `${'c'.repeat(31)}b`, paymentType: 'CB' }
    await importAs(oppwa.connection, { ...list, [field]: [...list[field], chargeback] })
    await expectClosed(payment, { capturedMinor: 92_00, refundedMinor: 184_00 })
  })
})
