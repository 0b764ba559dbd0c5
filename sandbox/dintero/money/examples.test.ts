import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  BOOK,
  BOOK_REFUND,
  FIRST_CAPTURE,
  ORDER,
  SECOND_CAPTURE,
  TOTAL,
} from '../../testing/example-order'
import { DEMO, TestSandbox, type ApiClient } from '../../testing/test-sandbox'

const IDENTIFICATION = {
  'Dintero-System-Name': 'our-backoffice',
  'Dintero-System-Version': '1.0.0',
}
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

let sandbox: TestSandbox
let api: ApiClient
beforeAll(async () => {
  sandbox = await TestSandbox.start()
  api = await sandbox.signIn()
})
afterAll(() => sandbox.close())

describe('sandbox Dintero: the examples of the fact sheet (§16)', () => {
  it('16.1: an authorized Klarna order', async () => {
    const { id } = await sandbox.createTransaction(ORDER)
    const { body } = await api.read(id)
    expect(body).toMatchObject({
      id,
      account_id: 'T11112222',
      payment_product: 'klarna',
      payment_product_type: 'klarna.klarna',
      amount: TOTAL,
      currency: 'NOK',
      status: 'AUTHORIZED',
      settlement_status: 'NOT_SETTLED',
      merchant_reference: 'ORDER-10042',
      items: ORDER.items,
    })
    expect(id).toMatch(/^T11112222\.[1-9A-HJ-NP-Za-km-z]{22}$/)
    expect(body.events.map(({ id: eventId, event }) => [eventId, event])).toEqual([
      ['1', 'INITIALIZE'],
      ['2', 'AUTHORIZE'],
    ])
    const expiry = body.events[1]?.metadata?.['klarna:authorization_expiration'] ?? ''
    const days = (Date.parse(expiry) - Date.parse(body.created_at)) / 86_400_000
    expect(Math.round(days)).toBe(28)
  })

  it('16.2 and 16.3: captured in two parts, then refunded in part', async () => {
    const { id } = await sandbox.createTransaction(ORDER)
    const first = await api.operate(id, 'capture', FIRST_CAPTURE, IDENTIFICATION)
    expect(first.status).toBe(200)
    expect(first.body).toMatchObject({
      amount: TOTAL,
      status: 'PARTIALLY_CAPTURED',
      settlement_status: 'PENDING_SETTLEMENT',
    })
    expect(first.body.events).toHaveLength(3)
    expect(first.body.events[2]).toMatchObject({
      id: '3',
      event: 'CAPTURE',
      transaction_status: 'PARTIALLY_CAPTURED',
      success: true,
      amount: 119700,
      calculated_vat_amount: 17960,
      items: FIRST_CAPTURE.items,
      event_reference: 'SHIP-1',
      created_by: DEMO.id,
      request_headers: {
        'dintero-system-name': 'our-backoffice',
        'dintero-system-version': '1.0.0',
      },
      metadata: { 'klarna:headers:capture_id': expect.any(String) },
    })
    expect(first.body.events[2]?.request_id).toMatch(UUID)
    expect(first.headers.get('request-id')).toBe(first.body.events[2]?.request_id)

    const second = await api.operate(id, 'capture', SECOND_CAPTURE)
    expect(second.body.status).toBe('CAPTURED')
    expect(second.body.events[3]).toMatchObject({ id: '4', calculated_vat_amount: 27940 })

    const refund = await api.operate(id, 'refund', BOOK_REFUND)
    expect(refund.status).toBe(200)
    expect(refund.body).toMatchObject({ status: 'PARTIALLY_REFUNDED', amount: TOTAL })
    expect(refund.body.events[4]).toMatchObject({
      id: '5',
      event: 'REFUND',
      amount: 29900,
      calculated_vat_amount: 0,
      items: [BOOK],
      event_reference: 'RET-5',
    })
    expect(await sandbox.totals(id)).toMatchObject({
      captured: TOTAL,
      refunded: 29900,
      refundable: 229500,
      capturable: 0,
    })
    expect((await api.read(id)).body.events.slice(0, 2)).toEqual(first.body.events.slice(0, 2))
  })
})

describe('sandbox Dintero: more examples of the fact sheet (§16)', () => {
  it('16.3: a refund while a rest is open', async () => {
    const { id } = await sandbox.createTransaction(ORDER)
    await api.operate(id, 'capture', FIRST_CAPTURE)
    const refund = await api.operate(id, 'refund', BOOK_REFUND)
    expect(refund.body.status).toBe('PARTIALLY_CAPTURED_REFUNDED')
    const rest = await api.operate(id, 'capture', SECOND_CAPTURE)
    expect(rest.body.status).toBe('PARTIALLY_REFUNDED')
  })

  it('16.4: a void without a body', async () => {
    const { id } = await sandbox.createTransaction(ORDER)
    const got = await api.operate(id, 'void', undefined, IDENTIFICATION)
    expect(got.status).toBe(200)
    expect(got.body.status).toBe('AUTHORIZATION_VOIDED')
    const event = got.body.events[2]
    expect(event).toMatchObject({ id: '3', event: 'VOID', success: true })
    expect(event).not.toHaveProperty('amount')
    expect(event?.request_headers?.['dintero-system-name']).toBe('our-backoffice')
  })

  it('16.6: a failed capture in each of its shapes', async () => {
    const mismatch = await sandbox.createTransaction(ORDER)
    const refused = await api.operate(mismatch.id, 'capture', { ...FIRST_CAPTURE, amount: 119701 })
    expect([refused.status, refused.body]).toEqual([400, { error: { message: 'invalid_items' } }])
    expect((await sandbox.truth(mismatch.id)).events).toHaveLength(2)

    const failing = await sandbox.createTransaction({ ...ORDER, behaviour: 'refuse-capture-200' })
    const failed = await api.operate(failing.id, 'capture', FIRST_CAPTURE)
    expect(failed.status).toBe(200)
    expect(failed.body.status).toBe('AUTHORIZED')
    expect(failed.body.events[2]).toMatchObject({
      event: 'CAPTURE',
      transaction_status: 'AUTHORIZED',
      success: false,
      amount: 119700,
      error: { code: 'CAPTURE_NOT_ALLOWED', type: ['DECLINED'] },
      event_reference: 'SHIP-1',
    })
    expect((await sandbox.totals(failing.id)).captured).toBe(0)
  })

  it('16.7: unknown transactions, paths and forms', async () => {
    const { id } = await sandbox.createTransaction(ORDER)
    const unknown = await api.operate('T11112222.nothing', 'capture', FIRST_CAPTURE)
    expect(unknown.status).toBe(404)
    expect(unknown.body).toHaveProperty('error.code', 'NOT FOUND')
    expect((await api.get('/nowhere')).status).toBe(404)
    const missing = await api.operate(id, 'capture', {})
    expect(missing.body).toEqual({
      error: { code: 'BAD_REQUEST', message: 'amount is required', errors: [{ path: 'amount' }] },
    })
  })
})
