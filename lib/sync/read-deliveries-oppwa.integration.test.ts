import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { database } from '@/db/client'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { OppwaMerchant } from '@/testing/oppwa-merchant'
import { startWebhookServer, type WebhookServer } from '@/testing/webhook-server'
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

it('a webhook of a refund, which names a capture, brings the payment', async () => {
  const payment = await oppwa.newPayment({ status: 'CAPTURED', amount: 100_00 })
  await oppwa.actInPortal(payment, { operation: 'refund', amount: 30_00 })
  const [, capture, refund] = await oppwa.entries(payment)
  expect(refund).toMatchObject({ type: 'RF', referencedId: capture?.id })

  await tell(refund?.id ?? '')
  expect(await readDeliveriesOnce(merchant.database)).toBe(1)

  const rows = await merchant.database.run((db) =>
    db.execute(sql`select provider_transaction_id as subject, result from webhook_deliveries`),
  )
  expect(rows).toEqual([{ subject: capture?.id, result: 'read' }])
  expect((await oppwa.reload(payment)).totals).toMatchObject({
    authorizedMinor: 100_00,
    capturedMinor: 100_00,
    refundedMinor: 30_00,
  })
})
