import { createHmac, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { DEMO_CALLBACK_SECRET, DEMO_WEBHOOK_SECRET } from '@/db/seed/demo'
import { encryptionKeys } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'
import { sealSecret } from '@/lib/config/secret-box'
import { callbackSignature } from '@/lib/providers/dintero/webhook'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { GET, POST } from './route'

const ACCOUNT = 'T11112222'
const PAYMENT = `${ACCOUNT}.webhook-payment`

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(async () => {
  await database().close()
  await merchant.stop()
})
beforeEach(() => clearDeliveries())

async function clearDeliveries(): Promise<void> {
  const statements = [
    sql`alter table webhook_deliveries disable trigger all`,
    sql`delete from webhook_deliveries`,
    sql`alter table webhook_deliveries enable trigger all`,
  ]
  for (const statement of statements) await merchant.owner.run((db) => db.execute(statement))
}

function stored(): Promise<readonly Record<string, unknown>[]> {
  return merchant.database.run((db) =>
    db.execute(sql`select * from webhook_deliveries order by received_at`),
  )
}

interface Call {
  readonly body?: string | ReadableStream
  readonly headers?: Record<string, string>
  readonly connectionId?: string
  readonly provider?: string
}

async function post({ body = bodyOf(), ...call }: Call = {}): Promise<number> {
  const { provider = 'dintero', connectionId = merchant.connection.id } = call
  const signature = typeof body === 'string' ? { 'event-signature': signed(body) } : {}
  // A streamed body needs a member that the types of the browser do not have.
  const init: RequestInit & { readonly duplex: 'half' } = {
    method: 'POST',
    body,
    duplex: 'half',
    headers: call.headers ?? signature,
  }
  const address = `http://localhost:3000/api/webhooks/${provider}/${connectionId}`
  const response = await POST(new Request(address, init), {
    params: Promise.resolve({ provider, connectionId }),
  })
  expect(await response.text()).toBe('')
  return response.status
}

function bodyOf(deliveryId: string = randomUUID(), more: object = {}): string {
  const transaction = { id: PAYMENT, merchant_reference: 'ORDER-1', ...more }
  return JSON.stringify({ account_id: ACCOUNT, event_delivery: deliveryId, transaction })
}

function signed(body: string, secret = DEMO_WEBHOOK_SECRET): string {
  return createHmac('sha1', secret).update(body).digest('hex')
}

describe('a webhook', () => {
  it('is stored by what it is about, without its body', async () => {
    expect(await post({ body: bodyOf('delivery-1', { customer: 'Anna Berg' }) })).toBe(200)
    const rows = await stored()
    expect(rows).toMatchObject([
      {
        delivery_id: 'delivery-1',
        provider_transaction_id: PAYMENT,
        order_reference: 'ORDER-1',
        processed_at: null,
      },
    ])
    expect(JSON.stringify(rows)).not.toContain('Anna')
  })

  it('that comes again, at once or much later, is taken and stored once', async () => {
    const body = bodyOf('delivery-2')
    expect(await Promise.all([post({ body }), post({ body }), post({ body })])).toEqual([
      200, 200, 200,
    ])
    await merchant.database.run((db) =>
      db.execute(sql`update webhook_deliveries set processed_at = now(), result = 'read'`),
    )
    expect(await post({ body })).toBe(200)
    expect(await stored()).toHaveLength(1)
  })

  it('replayed under another delivery id in its unsigned header is stored once', async () => {
    const body = bodyOf()
    for (const delivery of ['one', 'two']) {
      const headers = { 'event-signature': signed(body), 'event-delivery': delivery }
      expect(await post({ body, headers })).toBe(200)
    }
    expect(await stored()).toHaveLength(1)
  })

  it('about a name of any length is stored (B10)', async () => {
    expect(await post({ body: bodyOf('x'.repeat(5_000)) })).toBe(200)
    expect(await stored()).toHaveLength(1)
  })

  it.each([
    ['forged', () => ({ headers: { 'event-signature': signed('something else') } }), 401],
    ['not signed', () => ({ headers: {} }), 401],
    [
      'signed with another secret',
      () => ({ body: bodyOf('x'), headers: { 'event-signature': signed(bodyOf('x'), 'other') } }),
      401,
    ],
    ['not JSON', () => ({ body: 'hello' }), 400],
    ['for an unknown connection', () => ({ connectionId: randomUUID() }), 404],
    ['for no id', () => ({ connectionId: 'x' }), 404],
    ['for another provider', () => ({ provider: 'klarna' }), 404],
  ])('that is %s is refused without a word', async (_, call, status) => {
    expect(await post(call())).toBe(status)
    expect(await stored()).toEqual([])
  })

  it('for a connection with another secret is refused there', async () => {
    const other = randomUUID()
    const secret = { clientId: 'a', clientSecret: 'b', webhookSecret: 'of another account' }
    const ciphertext = sealSecret(JSON.stringify(secret), encryptionKeys(), other)
    await merchant.database.run((db) =>
      db.execute(sql`
        insert into connections (id, provider, name, account_id, base_url, is_test, secret_ciphertext)
        values (${other}, 'dintero', 'Other', 'T33334444', 'http://localhost', true, ${ciphertext})`),
    )
    expect(await post({ connectionId: other })).toBe(401)
    expect(await stored()).toEqual([])
  })

  it('that says how large it is, too large, is not read at all', async () => {
    let isRead = false
    const body = new ReadableStream(
      {
        pull: () => {
          isRead = true
        },
      },
      { highWaterMark: 0 },
    )
    const headers = { 'content-length': String(LIMITS.webhook.bodyBytes + 1) }
    expect(await post({ body, headers })).toBe(413)
    expect(isRead).toBe(false)
  })

  it('that never ends is read no further than the bound', async () => {
    let sent = 0
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    expect(await post({ body })).toBe(413)
    expect(sent).toBeLessThan(LIMITS.webhook.bodyBytes + 4 * 65_536)
  })

  it('whose body does not come in time is not waited for', async () => {
    const begun = performance.now()
    expect(await post({ body: new ReadableStream() })).toBe(408)
    expect(performance.now() - begun).toBeLessThan(LIMITS.webhook.answerMs)
  })
})

describe('a session callback', () => {
  async function call(timestampS: number, event = 'CAPTURE', signedEvent = event) {
    const path = `/api/webhooks/dintero/${merchant.connection.id}`
    const queryOf = (name: string) =>
      new URLSearchParams({
        transaction_id: PAYMENT,
        session_id: `${ACCOUNT}.session`,
        time: 'then',
        merchant_reference: 'ORDER-1',
        event: name,
        event_id: '3',
      })
    const query = queryOf(event)
    const timestamp = String(timestampS)
    const signature = callbackSignature(
      {
        headers: { host: 'localhost:3000' },
        method: 'GET',
        pathWithQuery: path,
        query: queryOf(signedEvent),
      },
      { secret: DEMO_CALLBACK_SECRET, timestamp, accountId: ACCOUNT },
    )
    const request = new Request(`http://10.0.0.7:8080${path}?${query.toString()}`, {
      headers: { 'dintero-signature': `t=${timestamp},v0-hmac-sha256=${signature}` },
    })
    const params = { provider: 'dintero', connectionId: merchant.connection.id }
    return (await GET(request, { params: Promise.resolve(params) })).status
  }
  const nowS = () => Math.round(Date.now() / 1000)

  it('is taken under our public name, whatever a proxy calls us, and stored once', async () => {
    expect(await call(nowS())).toBe(200)
    expect(await call(nowS() - 60)).toBe(200)
    expect(await stored()).toMatchObject([{ provider_transaction_id: PAYMENT }])
    expect(await call(nowS(), 'REFUND')).toBe(200)
    expect(await stored()).toHaveLength(2)
  })

  it('that is stale or about something else than was signed is refused', async () => {
    expect(await call(nowS() - 400)).toBe(401)
    expect(await call(nowS(), 'REFUND', 'CAPTURE')).toBe(401)
    expect(await stored()).toEqual([])
  })
})

it('a stored webhook cannot be changed or taken away', async () => {
  await post()
  for (const statement of [
    sql`delete from webhook_deliveries`,
    sql`update webhook_deliveries set delivery_id = 'other'`,
    sql`truncate webhook_deliveries`,
  ]) {
    await expect(merchant.owner.run((db) => db.execute(statement))).rejects.toThrow()
  }
})
