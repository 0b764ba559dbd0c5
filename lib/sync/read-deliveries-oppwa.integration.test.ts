import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { database } from '@/db/client'
import { listTransactions } from '@/db/queries/payment/transactions'
import { listConnections } from '@/db/queries/sync/connections'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { OppwaMerchant } from '@/testing/oppwa-merchant'
import { startWebhookServer, type WebhookServer } from '@/testing/webhook-server'
import { BamboraCheckoutControl } from '@/testing/bambora-checkout-control'
import { readDeliveriesOnce } from './read-deliveries'

const KEY = '5e'.repeat(32)

let merchant: TestMerchant
let oppwa: OppwaMerchant
let server: WebhookServer

beforeAll(async () => {
  merchant = await startTestMerchant()
  oppwa = await OppwaMerchant.connect(merchant, { webhookKey: KEY })
  server = await startWebhookServer()
})
afterAll(async () => {
  await server.stop()
  await database().close()
  await merchant.stop()
})

/** Sends the webhook of one payment or operation. */
async function tell(id: string): Promise<void> {
  const url = `http://localhost:${server.port}/api/webhooks/oppwa/${oppwa.connection.id}`
  const path = `oppwa/transactions/${id}/webhook`
  const sent = await merchant.sandbox.control.call('POST', path, { url, secret: KEY })
  expect(sent).toEqual({ statuses: [200] })
}

async function subjects(): Promise<readonly unknown[]> {
  const rows = await merchant.database.run((db) =>
    db.execute(sql`select provider_transaction_id as subject from webhook_deliveries`),
  )
  return rows.map(({ subject }) => subject)
}

it.each([201, 255])(
  'a webhook about an OPPWA payment with a reference of %i characters is taken and read (B10)',
  async (length) => {
    const reference = `${length}-`.padEnd(length, 'r')
    const { id } = await merchant.sandbox.control.call<{ id: string }>(
      'POST',
      'oppwa/transactions',
      { reference },
    )
    await tell(id)
    expect(await subjects()).toContain(id)
    expect(await readDeliveriesOnce(merchant.database)).toBe(1)
    const { rows } = await listTransactions(merchant.database, { scope: 'all', search: reference })
    expect(rows).toMatchObject([{ orderReference: reference }])
  },
)

it.each([201, 255, 300])(
  'a callback about a Bambora payment with an order id of %i characters is taken (B10)',
  async (length) => {
    const control = new BamboraCheckoutControl(merchant.sandbox.url)
    const { id } = await control.createPayment({ reference: `${length}-`.padEnd(length, 'r') })
    const all = await listConnections(merchant.database)
    const connection = all.find(({ provider }) => provider === 'bambora-checkout')
    const url = `http://localhost:${server.port}/api/webhooks/bambora-checkout/${connection?.id}`
    const path = `bambora-checkout/transactions/${id}/webhook`
    expect(await merchant.sandbox.control.call('POST', path, { url })).toEqual({ statuses: [200] })
    expect(await subjects()).toContain(id)
  },
)

it('a webhook of a refund, which names a capture, brings the payment', async () => {
  const payment = await oppwa.newPayment({ status: 'CAPTURED', amount: 100_00 })
  await oppwa.actInPortal(payment, { operation: 'refund', amount: 30_00 })
  const [, capture, refund] = await oppwa.entries(payment)
  expect(refund).toMatchObject({ type: 'RF', referencedId: capture?.id })

  await readDeliveriesOnce(merchant.database)
  await tell(refund?.id ?? '')
  expect(await readDeliveriesOnce(merchant.database)).toBe(1)

  const rows = await merchant.database.run((db) =>
    db.execute(sql`
      select provider_transaction_id as subject, result from webhook_deliveries
      where provider_transaction_id = ${capture?.id ?? ''}`),
  )
  expect(rows).toEqual([{ subject: capture?.id, result: 'read' }])
  expect((await oppwa.reload(payment)).totals).toMatchObject({
    authorizedMinor: 100_00,
    capturedMinor: 100_00,
    refundedMinor: 30_00,
  })
})
