import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TestSandbox, until, type ApiClient } from '../../testing/test-sandbox'

let sandbox: TestSandbox
let api: ApiClient
beforeAll(async () => {
  sandbox = await TestSandbox.start()
})
beforeEach(async () => {
  await sandbox.control('POST', 'reset')
  await sandbox.configure({ pendingMs: 300 })
  api = await sandbox.signIn()
})
afterAll(() => sandbox.close())

const CAPTURE = { amount: 400, capture_reference: 'cap-1' }

async function lastEvent(id: string): Promise<object | undefined> {
  return (await sandbox.truth(id)).events.at(-1)
}

describe('sandbox Dintero: a transaction with a behaviour', () => {
  it.each([
    ['status-400', 400, 2],
    ['status-503', 503, 2],
    ['failed-event', 200, 3],
  ])('refuses according to the setting: %s', async (providerFailure, status, events) => {
    const { id } = await sandbox.createTransaction({ behaviour: 'refuse-capture', amount: 1000 })
    await sandbox.configure({ providerFailure })
    expect((await api.operate(id, 'capture', CAPTURE)).status).toBe(status)
    expect((await sandbox.truth(id)).events).toHaveLength(events)
    expect((await sandbox.totals(id)).captured).toBe(0)
  })

  it('is captured although the response is dropped', async () => {
    const { id } = await sandbox.createTransaction({ behaviour: 'capture-timeout', amount: 1000 })
    await expect(api.operate(id, 'capture', CAPTURE)).rejects.toThrow()
    expect(await sandbox.totals(id)).toMatchObject({ captured: 400 })
    expect((await sandbox.calls()).at(-1)).toMatchObject({
      responseStatus: 'dropped',
      effect: true,
    })
  })

  it.each([
    ['capture-corrected', 500, 'PARTIALLY_CAPTURED'],
    ['capture-corrected-refused', 100, 'PARTIALLY_CAPTURED'],
  ])('drops the response and corrects a failed event: %s', async (behaviour, captured, status) => {
    const { id } = await sandbox.createTransaction({ behaviour, amount: 1000 })
    await sandbox.control('POST', `dintero/transactions/${id}/portal`, {
      operation: 'capture',
      amount: 100,
    })
    await expect(api.operate(id, 'capture', CAPTURE)).rejects.toThrow()
    expect(await sandbox.totals(id)).toMatchObject({ captured, capturable: 1000 - captured })
    expect((await sandbox.truth(id)).status).toBe(status)
    expect(await lastEvent(id)).toMatchObject({
      event: 'CAPTURE',
      success: false,
      event_reference: 'cap-1',
      correction: { status, remaining_refund_amount: captured },
    })
  })

  it.each(['timeout-after-success', 'timeout-without-effect'])(
    'never responds: %s',
    async (mode) => {
      const { id } = await sandbox.createTransaction({ behaviour: 'refuse-capture', amount: 1000 })
      await sandbox.configure({ providerFailure: mode })
      const url = `${sandbox.url}/dintero/v1/transactions/${id}/capture`
      const headers = { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' }
      const signal = AbortSignal.timeout(400)
      const sent = fetch(url, { method: 'POST', headers, body: JSON.stringify(CAPTURE), signal })
      await expect(sent).rejects.toThrow(/timeout/)
      const captured = mode === 'timeout-after-success' ? 400 : 0
      expect((await sandbox.totals(id)).captured).toBe(captured)
    },
  )

  it.each([
    ['refuse-refund', 'refund', 400],
    ['refuse-refund-200', 'refund', 200],
    ['refuse-void', 'void', 400],
    ['refuse-void-200', 'void', 200],
    ['refuse-void', 'capture', 200],
  ] as const)('%s: %s gets status %d', async (behaviour, operation, status) => {
    const made = operation === 'refund' ? 'CAPTURED' : 'AUTHORIZED'
    const { id } = await sandbox.createTransaction({ behaviour, status: made })
    const body = operation === 'void' ? undefined : { amount: 100 }
    const got = await api.operate(id, operation, body)
    expect(got.status).toBe(status)
    const moved = operation === 'capture'
    const totals = await sandbox.totals(id)
    expect(totals.captures + totals.refunds + totals.voids > (made === 'CAPTURED' ? 1 : 0)).toBe(
      moved,
    )
  })
})

describe('sandbox Dintero: an accepted operation', () => {
  it('is closed by an event that names the first one', async () => {
    const { id } = await sandbox.createTransaction({ behaviour: 'capture-202', amount: 1000 })
    const got = await api.operate(id, 'capture', CAPTURE)
    const requestId = got.headers.get('event-request-id')
    expect(got.status).toBe(202)
    expect(got.body.status).toBe('AUTHORIZED')
    expect(got.body.events.at(-1)).toMatchObject({
      event: 'INITIATE_CAPTURE',
      request_id: requestId,
      event_reference: 'cap-1',
      amount: 400,
    })
    expect(await sandbox.totals(id)).toMatchObject({ captured: 0, pending: 1 })
    await until(async () => (await sandbox.totals(id)).pending === 0)
    expect(await lastEvent(id)).toMatchObject({
      event: 'CAPTURE',
      success: true,
      correlation_request_id: requestId,
      transaction_status: 'PARTIALLY_CAPTURED',
      event_reference: 'cap-1',
    })
    expect((await sandbox.totals(id)).captured).toBe(400)
  })

  it('may be refused at its end', async () => {
    const { id } = await sandbox.createTransaction({ behaviour: 'void-202-refused' })
    expect((await api.operate(id, 'void')).status).toBe(202)
    await until(async () => (await sandbox.totals(id)).pending === 0)
    expect(await lastEvent(id)).toMatchObject({ event: 'VOID', success: false })
    expect((await sandbox.truth(id)).status).toBe('AUTHORIZED')
  })

  it.each([
    ['refuse-409', 409],
    ['refuse-400', 400],
    ['refuse-503', 503],
  ])('blocks other operations meanwhile: %s', async (secondWhilePending, status) => {
    await sandbox.configure({ secondWhilePending, pendingMs: 5000 })
    const { id } = await sandbox.createTransaction({ behaviour: 'capture-202', amount: 1000 })
    await api.operate(id, 'capture', CAPTURE)
    expect((await api.operate(id, 'void')).status).toBe(status)
    expect((await api.operate(id, 'authorization', { reason: 'late' })).status).toBe(status)
  })

  it('fails at its end when another operation took the money meanwhile', async () => {
    await sandbox.configure({ secondWhilePending: 'accept' })
    const { id } = await sandbox.createTransaction({ behaviour: 'capture-202', amount: 1000 })
    const all = { amount: 1000 }
    expect((await api.operate(id, 'capture', all)).status).toBe(202)
    expect((await api.operate(id, 'capture', all)).status).toBe(202)
    await until(async () => (await sandbox.totals(id)).pending === 0)
    expect(await sandbox.totals(id)).toMatchObject({ captured: 1000, captures: 1, failures: 1 })
  })

  it('is the result for a method with that setting', async () => {
    await sandbox.configure({ acceptedOperations: ['swish.swish:refund'] })
    const { id } = await sandbox.createTransaction({ method: 'swish.swish', status: 'CAPTURED' })
    expect((await api.operate(id, 'refund', { amount: 10 })).status).toBe(202)
  })
})

describe('sandbox Dintero: a payment that was captured immediately', () => {
  it('may have no capture event, and can be refunded', async () => {
    await sandbox.configure({ captureEventOfDirect: false })
    const options = { method: 'swish.swish', status: 'CAPTURED', amount: 1000 }
    const { id, events } = await sandbox.createTransaction(options)
    expect(events.map(({ event }) => event)).toEqual(['INITIALIZE', 'AUTHORIZE'])
    const got = await api.operate(id, 'refund', { amount: 400 })
    expect([got.status, got.body.status]).toEqual([200, 'PARTIALLY_REFUNDED'])
    expect(await sandbox.totals(id)).toMatchObject({ captured: 1000, refundable: 600 })
    expect((await api.operate(id, 'refund', { amount: 601 })).status).toBe(400)
    expect((await api.operate(id, 'refund', { amount: 600 })).body.status).toBe('REFUNDED')
  })
})

describe('sandbox Dintero: an expired authorization', () => {
  const past = { expiresAt: '2026-01-01T00:00:00Z', amount: 1000 }

  it.each([
    ['stays-authorized', 400, 'AUTHORIZED'],
    ['failed', 400, 'FAILED'],
    ['ignored', 200, 'PARTIALLY_CAPTURED'],
  ])(
    'with the setting %s: a capture gets %d, status %s',
    async (expiredAuthorization, response, status) => {
      await sandbox.configure({ expiredAuthorization })
      const { id } = await sandbox.createTransaction(past)
      expect((await api.operate(id, 'capture', CAPTURE)).status).toBe(response)
      expect((await sandbox.truth(id)).status).toBe(status)
    },
  )

  it('can still be voided', async () => {
    const { id } = await sandbox.createTransaction(past)
    expect((await api.operate(id, 'void')).body.status).toBe('AUTHORIZATION_VOIDED')
  })

  it('gets 28 more days for the rest after a partial capture', async () => {
    const soon = new Date(Date.now() + 60_000).toISOString()
    const { id } = await sandbox.createTransaction({ ...past, expiresAt: soon })
    const got = await api.operate(id, 'capture', CAPTURE)
    const expiry = got.body.events.at(-1)?.metadata?.['klarna:authorization_expiration'] ?? ''
    expect(Date.parse(expiry)).toBeGreaterThan(Date.now() + 27 * 86_400_000)
  })
})
