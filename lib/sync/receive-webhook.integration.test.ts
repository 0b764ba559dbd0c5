import { createHmac, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listConnections } from '@/db/queries/sync/connections'
import { DEMO_WEBHOOK_SECRET } from '@/db/seed/demo'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { findWebhookTarget, receiveWebhook } from './receive-webhook'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())

function find(provider: string, connectionId = merchant.connection.id) {
  return findWebhookTarget(merchant.database, { provider, connectionId })
}

async function receive(
  deliveryId: string,
  paymentId = 'T11112222.paid',
  secret = DEMO_WEBHOOK_SECRET,
  reference = 'ORDER-1',
) {
  const target = await find('dintero')
  if (target === null) throw new Error('the connection takes no webhooks')
  const body = JSON.stringify({
    event_delivery: deliveryId,
    transaction: { id: paymentId, merchant_reference: reference },
  })
  return receiveWebhook(merchant.database, target, {
    rawBody: Buffer.from(body),
    headers: { 'event-signature': createHmac('sha1', secret).update(body).digest('hex') },
    query: new URLSearchParams(),
    pathWithQuery: '/api/webhooks/dintero/1',
    method: 'POST',
  })
}

async function storedOf(deliveryId: string): Promise<number> {
  const rows = await merchant.database.run((db) =>
    db.execute(sql`select 1 from webhook_deliveries where delivery_id = ${deliveryId}`),
  )
  return rows.length
}

describe('the target of a webhook', () => {
  it('is the connection of its address', async () => {
    expect((await find('dintero'))?.connection.id).toBe(merchant.connection.id)
  })

  it('is none at another provider’s address, an unknown one, or one that is no id', async () => {
    expect(await find('oppwa')).toBeNull()
    expect(await find('dintero', randomUUID())).toBeNull()
    expect(await find('dintero', "' or true --")).toBeNull()
  })

  it('is none where the provider makes no calls', async () => {
    const connections = await listConnections(merchant.database)
    const native = connections.find(({ provider }) => provider === 'bambora-native')
    expect(native).toBeDefined()
    expect(await find('bambora-native', native?.id)).toBeNull()
  })
})

describe('a webhook', () => {
  it('is stored once, and reported as repeated from then on', async () => {
    expect(await receive('d-1')).toBe('stored')
    expect(await receive('d-1')).toBe('repeated')
    expect(await storedOf('d-1')).toBe(1)
  })

  it('that is not signed with our secret is not stored', async () => {
    expect(await receive('d-2', 'T11112222.paid', 'another secret')).toBe('forged')
    expect(await storedOf('d-2')).toBe(0)
  })

  it('is stored once whatever the length of its names: only the id is needed (B10)', async () => {
    expect(await receive('x'.repeat(5_000))).toBe('stored')
    expect(await receive('x'.repeat(5_000))).toBe('repeated')
    expect(await receive(`${'x'.repeat(5_000)}y`)).toBe('stored')
    expect(await receive('d-3', 'x'.repeat(5_000))).toBe('stored')
    expect(await storedOf('d-3')).toBe(1)
  })

  it.each([201, 255, 300, 4096])(
    'about a payment with a reference of %i characters is stored (B10)',
    async (length) => {
      const reference = 'r'.repeat(length)
      expect(await receive(`d-${length}`, 'T11112222.long', DEMO_WEBHOOK_SECRET, reference)).toBe(
        'stored',
      )
    },
  )

  it('with a character that no column holds is stored (B10)', async () => {
    expect(
      await receive('d-nul\u0000', 'T11112222.nul\u0000', DEMO_WEBHOOK_SECRET, 'r\u0000'),
    ).toBe('stored')
  })
})
