import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  BOOK,
  CUPS,
  FIRST_CAPTURE,
  ORDER,
  SHIPPING,
  SWEATER,
  TOTAL,
} from '../../testing/example-order'
import { TestSandbox, type ApiClient } from '../../testing/test-sandbox'

const WRAPPING = {
  line_id: '4',
  id: 'SKU-WRAP',
  quantity: 1,
  amount: 4900,
  vat: 25,
  type: 'service',
}
const WITH_WRAPPING = {
  amount: TOTAL + 4900,
  description: 'Customer added gift wrapping',
  reason: 'Upsell by phone',
  reference: 'SO-77-R2',
  items: [...ORDER.items, WRAPPING],
}

let sandbox: TestSandbox
let api: ApiClient
beforeAll(async () => {
  sandbox = await TestSandbox.start()
})
beforeEach(async () => {
  await sandbox.control('POST', 'reset')
  api = await sandbox.signIn()
})
afterAll(() => sandbox.close())

async function update(id: string, body?: unknown): Promise<number> {
  return (await api.operate(id, 'authorization', body)).status
}

describe('sandbox Dintero: a new authorized total for Klarna', () => {
  it('16.5: replaces amount and lines and adds an event', async () => {
    const made = await sandbox.createTransaction({ ...ORDER, method: 'klarna.billie' })
    const got = await api.operate(made.id, 'authorization', WITH_WRAPPING)
    expect(got.status).toBe(200)
    expect(got.body).toMatchObject({ amount: 264300, status: 'AUTHORIZED' })
    expect(got.body.items?.map((item) => item.line_id)).toEqual(['1', '2', '3', 'ship-home', '4'])
    expect(got.body.events[2]).toMatchObject({
      id: '3',
      event: 'AUTHORIZE',
      success: true,
      amount: 264300,
      metadata: made.events[1]?.metadata,
    })
    const capture = await api.operate(made.id, 'capture', { amount: 264300 })
    expect(capture.body.status).toBe('CAPTURED')
    await sandbox.configure({ authorizationEvent: 'UPDATE_AUTHORIZATION' })
    const other = await sandbox.createTransaction(ORDER)
    const named = await api.operate(other.id, 'authorization', WITH_WRAPPING)
    expect(named.body.events[2]?.event).toBe('UPDATE_AUTHORIZATION')
  })

  it.each([
    ['without the lines', { amount: WITH_WRAPPING.amount }],
    ['with lines that do not add up', { ...WITH_WRAPPING, amount: WITH_WRAPPING.amount + 1 }],
    ['with the new line only', { amount: 4900, items: [WRAPPING] }],
    ['of zero', { amount: 0, items: [] }],
    ['above the limit', { amount: 200_000_001, items: [{ line_id: '1', amount: 200_000_001 }] }],
    ['with a long description', { ...WITH_WRAPPING, description: 'x'.repeat(256) }],
    ['that is no number', { amount: '1' }],
  ])('is refused %s', async (name, body) => {
    const { id } = await sandbox.createTransaction(ORDER)
    if (name.includes('only')) await api.operate(id, 'capture', FIRST_CAPTURE)
    expect(await update(id, body)).toBe(400)
    expect((await sandbox.truth(id)).amount).toBe(TOTAL)
  })

  it('may be lower unless the setting forbids it, but not below the captured amount', async () => {
    const lower = { amount: TOTAL - 29900, items: [SWEATER, CUPS, SHIPPING] }
    const { id } = await sandbox.createTransaction(ORDER)
    expect(await update(id, lower)).toBe(200)
    await sandbox.configure({ lowerAuthorization: 'refuse' })
    const other = await sandbox.createTransaction(ORDER)
    expect(await update(other.id, lower)).toBe(400)
    await sandbox.configure({ lowerAuthorization: 'accept' })
    await api.operate(other.id, 'capture', FIRST_CAPTURE)
    expect(await update(other.id, lower)).toBe(400)
    expect(await update(other.id, { amount: 29900, items: [BOOK] })).toBe(400)
  })

  it('is possible after a partial capture unless the setting forbids it', async () => {
    const { id } = await sandbox.createTransaction(ORDER)
    await api.operate(id, 'capture', FIRST_CAPTURE)
    await sandbox.configure({ updateAfterPartCapture: 'refuse' })
    expect(await update(id, WITH_WRAPPING)).toBe(409)
    await sandbox.configure({ updateAfterPartCapture: 'accept' })
    expect(await update(id, WITH_WRAPPING)).toBe(200)
    expect(await sandbox.totals(id)).toMatchObject({ capturable: 264300 - 119700 })
  })
})

describe('sandbox Dintero: a new authorized total', () => {
  it.each(['CAPTURED', 'REFUNDED', 'AUTHORIZATION_VOIDED', 'DECLINED', 'INITIATED'])(
    'is refused in status %s',
    async (status) => {
      const { id } = await sandbox.createTransaction({ ...ORDER, status })
      const got = await api.operate(id, 'authorization', WITH_WRAPPING)
      expect([got.status, got.body]).toEqual([
        409,
        { error: { message: 'transaction cannot be updated' } },
      ])
    },
  )

  it('may be refused by Klarna, with a failed event', async () => {
    const { id } = await sandbox.createTransaction({ ...ORDER, behaviour: 'refuse-update' })
    expect(await update(id, WITH_WRAPPING)).toBe(409)
    const truth = await sandbox.truth(id)
    expect(truth).toMatchObject({ amount: TOTAL, status: 'AUTHORIZED', items: ORDER.items })
    expect(truth.events[2]).toMatchObject({
      event: 'AUTHORIZE',
      success: false,
      error: { code: 'NOT_ALLOWED' },
      metadata: {
        'klarna:order_amount_update_error': 'NOT_ALLOWED',
        'klarna:order_amount_update_can_retry': '0',
      },
    })
    await sandbox.configure({ authorizationRefusal: 'failed-event' })
    expect(await update(id, WITH_WRAPPING)).toBe(200)
    expect((await sandbox.truth(id)).amount).toBe(TOTAL)
  })
})

describe('sandbox Dintero: other changes of an authorization', () => {
  it('extend a Klarna authorization, with reason and reference on the event', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    const { id } = await sandbox.createTransaction({ ...ORDER, expiresAt })
    const body = { reason: 'Delayed delivery', reference: 'SO-77' }
    const got = await api.operate(id, 'authorization', body)
    expect(got.status).toBe(200)
    expect(got.body.amount).toBe(TOTAL)
    const metadata = got.body.events[2]?.metadata ?? {}
    expect(metadata).toMatchObject({
      'klarna:authorization_expiration_reason': 'Delayed delivery',
      'klarna:authorization_expiration_reference': 'SO-77',
    })
    const endsMs = Date.parse(metadata['klarna:authorization_expiration'] ?? '')
    expect(endsMs).toBeGreaterThan(Date.now() + 27 * 86_400_000)
  })

  it('do not extend an expired authorization', async () => {
    const { id } = await sandbox.createTransaction({ expiresAt: '2026-01-01T00:00:00Z' })
    expect(await update(id)).toBe(409)
    expect((await sandbox.truth(id)).events[2]).toMatchObject({
      success: false,
      metadata: { 'klarna:authorization_expiration_error_reason': 'EXPIRED' },
    })
  })

  it('raise a pre-authorization of dintero_psp until it is final', async () => {
    const { id } = await sandbox.createTransaction({
      method: 'dintero_psp.creditcard',
      amount: 1000,
    })
    expect(await update(id, { amount: 1000, final_authorization: false })).toBe(400)
    expect(await update(id, { amount: 1500, final_authorization: false })).toBe(200)
    expect(await update(id, { amount: 1200, final_authorization: true })).toBe(200)
    expect(await update(id, { amount: 2000, final_authorization: false })).toBe(409)
    expect((await sandbox.truth(id)).amount).toBe(1200)
  })

  it('approve an external payment that is on hold', async () => {
    const options = { method: 'dintero.external', status: 'ON_HOLD', amount: 1000 }
    const { id } = await sandbox.createTransaction(options)
    expect(await update(id, { amount: 999 })).toBe(400)
    expect(await update(id)).toBe(200)
    expect((await sandbox.truth(id)).status).toBe('AUTHORIZED')
    expect(await update(id)).toBe(409)
  })

  it('are refused for other methods', async () => {
    const { id } = await sandbox.createTransaction({ method: 'vipps', amount: 1000 })
    expect(await update(id, { amount: 2000 })).toBe(400)
    expect(await update(id, '{')).toBe(400)
  })

  it('set the second reference and nothing else', async () => {
    const { id, version } = await sandbox.createTransaction(ORDER)
    const path = `/transactions/${id}`
    const body = { merchant_reference_2: 'SO-99', amount: 1 }
    const got = await api.call<object>('PUT', path, body)
    expect(got.status).toBe(200)
    expect(got.body).toMatchObject({
      merchant_reference_2: 'SO-99',
      amount: TOTAL,
      version: version + 1,
    })
    expect((await api.list('search=so-99')).body).toHaveLength(1)
    for (const wrong of [{}, { merchant_reference_2: 7 }, 'null', undefined]) {
      expect((await api.call('PUT', path, wrong)).status).toBe(400)
    }
    expect((await sandbox.truth(id)).events).toHaveLength(2)
  })
})
