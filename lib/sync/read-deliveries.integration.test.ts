import { randomUUID } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { findOperation } from '@/db/queries/operations/find-operation'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import { claimDeliveries } from '@/db/queries/sync/webhook-deliveries'
import { DEMO_WEBHOOK_SECRET } from '@/db/seed/demo'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { repairOnce } from '@/lib/jobs/repair-loop'
import { capturePayment } from '@/lib/operations/capture-payment'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { startWebhookServer, type WebhookServer } from '@/testing/webhook-server'
import { readDeliveriesOnce } from './read-deliveries'

let merchant: TestMerchant
let server: WebhookServer

beforeAll(async () => {
  merchant = await startTestMerchant()
  server = await startWebhookServer()
})
afterAll(async () => {
  await server.stop()
  await database().close()
  await merchant.stop()
})
beforeEach(async () => {
  await merchant.sandbox.control.clearFaults()
  // What an earlier test left is not this one's concern.
  await run(sql`update webhook_deliveries set processed_at = now(), result = 'gave_up'
    where processed_at is null`)
})

function run(statement: SQL): Promise<readonly Record<string, unknown>[]> {
  return merchant.owner.run((db) => db.execute(statement))
}

/** Makes a payment at the provider and imports it. */
async function knownPayment(reference: string): Promise<{ providerId: string; id: string }> {
  const { id: providerId } = await merchant.sandbox.control.createTransaction({
    reference,
    amount: 50_000,
  })
  await merchant.importAll()
  return { providerId, id: (await findByReference(reference)).id }
}

async function findByReference(reference: string): Promise<TransactionView> {
  const { rows } = await listTransactions(merchant.database, {
    scope: 'all',
    statuses: [],
    cursor: null,
    search: reference,
  })
  const view = await findTransactionView(merchant.database, 'all', rows[0]?.id ?? '')
  if (view === null) throw new Error(`${reference} is not known`)
  return view
}

async function tell(
  providerId: string,
  rest: Partial<Parameters<TestMerchant['sandbox']['control']['sendWebhooks']>[1]> = {},
) {
  const { statuses } = await merchant.sandbox.control.sendWebhooks(providerId, {
    url: `http://localhost:${server.port}/api/webhooks/dintero/${merchant.connection.id}`,
    secret: DEMO_WEBHOOK_SECRET,
    ...rest,
  })
  return statuses
}

async function readsOf(providerId: string): Promise<number> {
  const calls = await merchant.sandbox.control.calls()
  return calls.filter((call) => call.operation === 'read' && call.transactionId === providerId)
    .length
}

function results(providerId: string): Promise<readonly Record<string, unknown>[]> {
  return run(sql`select result from webhook_deliveries
    where provider_transaction_id = ${providerId} order by received_at`)
}

describe('a webhook', () => {
  it('brings what was done elsewhere, by one read for all that came meanwhile', async () => {
    const { providerId, id } = await knownPayment('HOOK-PORTAL')
    await merchant.sandbox.control.actInPortal(providerId, { operation: 'capture', amount: 20_000 })
    expect(await tell(providerId, { times: 3 })).toEqual([200, 200, 200])
    expect(await tell(providerId)).toEqual([200])
    expect(await readDeliveriesOnce(merchant.database)).toBe(2)
    expect(await readDeliveriesOnce(merchant.database)).toBe(0)
    expect(await readsOf(providerId)).toBe(1)
    expect(await results(providerId)).toEqual([{ result: 'read' }, { result: 'read' }])
    const view = await findTransactionView(merchant.database, 'all', id)
    expect(view?.totals.capturedMinor).toBe(20_000)
  })

  it('whose read fails is tried again later, and after many tries no more', async () => {
    const { providerId } = await knownPayment('HOOK-DOWN')
    await merchant.sandbox.control.addFault({
      match: { operation: 'read', transactionId: providerId },
      times: null,
      action: { type: 'status', status: 503 },
    })
    await tell(providerId)
    expect(await readDeliveriesOnce(merchant.database)).toBe(1)
    expect(await results(providerId)).toEqual([{ result: null }])
    expect(await readDeliveriesOnce(merchant.database)).toBe(0)
    await run(sql`update webhook_deliveries set tries = 13, due_at = now()
      where provider_transaction_id = ${providerId}`)
    expect(await readDeliveriesOnce(merchant.database)).toBe(1)
    expect(await results(providerId)).toEqual([{ result: 'gave_up' }])
  })

  it('that lies about amounts and status changes nothing', async () => {
    const { providerId, id } = await knownPayment('HOOK-LIES')
    const before = await findTransactionView(merchant.database, 'all', id)
    const claims = {
      status: 'CAPTURED',
      amount: 1,
      updated_at: '2030-01-01T00:00:00Z',
      events: [{ id: '9', event: 'CAPTURE', success: true, amount: 50_000 }],
    }
    expect(await tell(providerId, { claims })).toEqual([200])
    await readDeliveriesOnce(merchant.database)
    const after = await findTransactionView(merchant.database, 'all', id)
    expect(after).toMatchObject({
      totals: before?.totals,
      status: 'authorized',
      amountMinor: 50_000,
    })
    expect(after?.events).toEqual(before?.events)
  })

  it('that comes late and says what was, leaves what is', async () => {
    const { providerId, id } = await knownPayment('HOOK-LATE')
    await merchant.sandbox.control.actInPortal(providerId, { operation: 'capture' })
    await tell(providerId)
    await readDeliveriesOnce(merchant.database)
    const claims = { status: 'AUTHORIZED', updated_at: '2020-01-01T00:00:00Z' }
    expect(await tell(providerId, { claims })).toEqual([200])
    await readDeliveriesOnce(merchant.database)
    expect(await findTransactionView(merchant.database, 'all', id)).toMatchObject({
      status: 'captured',
      totals: { capturedMinor: 50_000 },
    })
  })

  it('about a payment that we don’t know makes it known', async () => {
    const { id } = await merchant.sandbox.control.createTransaction({
      reference: 'HOOK-NEW',
      amount: 700,
    })
    await tell(id)
    await readDeliveriesOnce(merchant.database)
    expect(await findByReference('HOOK-NEW')).toMatchObject({
      providerTransactionId: id,
      amountMinor: 700,
    })
  })

  it('about a payment that the provider doesn’t know is read again, then left', async () => {
    const { id } = await merchant.sandbox.control.createTransaction()
    const missing = `${id}-gone`
    await tell(id, { claims: { id: missing } })
    await readDeliveriesOnce(merchant.database)
    expect(await results(missing)).toEqual([{ result: null }])
    await run(sql`alter table webhook_deliveries disable trigger all`)
    await run(sql`update webhook_deliveries
      set due_at = now(), received_at = now() - interval '1 hour'
      where provider_transaction_id = ${missing}`)
    await run(sql`alter table webhook_deliveries enable trigger all`)
    await readDeliveriesOnce(merchant.database)
    expect(await results(missing)).toEqual([{ result: 'not_found' }])
  })

  it('is read for later when the provider cannot be read now', async () => {
    const { providerId, id } = await knownPayment('HOOK-DOWN')
    await merchant.sandbox.control.actInPortal(providerId, { operation: 'capture' })
    await merchant.sandbox.control.addFault({
      match: { operation: 'read' },
      action: { type: 'status', status: 503 },
    })
    await tell(providerId)
    await readDeliveriesOnce(merchant.database)
    expect(await results(providerId)).toEqual([{ result: null }])
    expect(await readDeliveriesOnce(merchant.database)).toBe(0)
    await run(sql`update webhook_deliveries set due_at = now() where processed_at is null`)
    await readDeliveriesOnce(merchant.database)
    expect(await results(providerId)).toEqual([{ result: 'read' }])
    const view = await findTransactionView(merchant.database, 'all', id)
    expect(view?.totals.capturedMinor).toBe(50_000)
  })

  it('is read for when the instance that had claimed it dies', async () => {
    const { providerId } = await knownPayment('HOOK-DEAD')
    await tell(providerId)
    expect(await claimDeliveries(merchant.database, { limit: 10, leaseMs: 4_000 })).toHaveLength(1)
    expect(await readDeliveriesOnce(merchant.database)).toBe(0)
    await run(sql`select pg_sleep(4.1)`)
    expect(await readDeliveriesOnce(merchant.database)).toBe(1)
    expect(await results(providerId)).toEqual([{ result: 'read' }])
  })

  it('is read for once, however many instances query at the same moment', async () => {
    const { providerId } = await knownPayment('HOOK-MANY')
    await tell(providerId)
    const rounds = Array.from({ length: 5 }, () => readDeliveriesOnce(merchant.database))
    expect((await Promise.all(rounds)).toSorted()).toEqual([0, 0, 0, 0, 1])
    expect(await readsOf(providerId)).toBe(1)
  })
})

describe('an operation that only was accepted', () => {
  it('is settled by repair soon after the webhook that reports its end, not before', async () => {
    const { providerId, id } = await knownPayment('HOOK-PENDING')
    const { moneyRevision: read } = await findByReference('HOOK-PENDING')
    await merchant.sandbox.control.addFault({
      match: { operation: 'capture' },
      action: { type: 'accepted', closeAfterMs: 4_000, closeAs: 'done' },
    })
    const operationId = randomUUID()
    const actor = await merchant.actor('staff')
    const requested = await capturePayment(contextOf(merchant.database, actor), {
      operationId,
      transactionId: id,
      currency: 'NOK',
      expectedRevision: read,
      label: null,
      choice: { mode: 'amount', amountMinor: 50_000 },
    })
    expect(requested).toMatchObject({ ok: true, value: { state: 'pending' } })
    await run(sql`update operations set next_check_at = now() + interval '1 hour'`)
    await tell(providerId)
    await readDeliveriesOnce(merchant.database)
    expect(await repairOnce(merchant.database)).toBe(0)
    await run(sql`select pg_sleep(4.2)`)
    await tell(providerId)
    await readDeliveriesOnce(merchant.database)
    expect(await findOperation(merchant.database, 'all', operationId)).toMatchObject({
      state: 'pending',
    })
    expect(await repairOnce(merchant.database)).toBe(1)
    expect(await findOperation(merchant.database, 'all', operationId)).toMatchObject({
      state: 'succeeded',
    })
  })
})
