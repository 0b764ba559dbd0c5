import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ANCHOR, call, TestSandbox, type TestResponse } from '../testing/test-sandbox'
import type { PaymentTotals } from './control/list-totals'
import { totalsOf } from './money/totals'
import { seedPayments } from './seed/seed-payments'
import { STATES, type Payment } from './payment'
import { DEFAULT_SETTINGS } from './settings'

const RESTARTS_LIMIT_MS = 30_000
const MERCHANT = 'T555000111'
const SCOPES = 'read_payment capture_payment cancel_payment refund_payment'
let sandbox: TestSandbox
afterEach(() => sandbox.close())

interface Shown {
  readonly state: string
  readonly operations: readonly { readonly type: string; readonly success: boolean }[]
}

function requestToken(
  form: string,
  client = 'native-demo',
): Promise<TestResponse<{ access_token: string }>> {
  const basic = Buffer.from(`${client}:${client}-secret`).toString('base64')
  return call(`${sandbox.url}/bambora-native/connect/token`, 'POST', form, {
    authorization: `Basic ${basic}`,
    'content-type': 'application/x-www-form-urlencoded',
  })
}

async function start(options: object = {}) {
  sandbox = await TestSandbox.start(options)
  const { body } = await requestToken(
    new URLSearchParams({ grant_type: 'client_credentials', scope: SCOPES }).toString(),
  )
  return (method: string, path: string, sent?: unknown, headers: Record<string, string> = {}) =>
    call<Shown>(
      `${sandbox.url}/bambora-native/v1/merchants/${MERCHANT}/payments/${path}`,
      method,
      sent,
      {
        'api-version': '1',
        authorization: `Bearer ${body.access_token}`,
        ...headers,
      },
    )
}

function create(options: object = {}): Promise<Payment> {
  return sandbox.control('POST', 'bambora-native/transactions', options)
}

const AMOUNT = { amount: 40_000, currency: 'NOK' }

describe('sandbox Bambora Native: access', () => {
  it('accepts scopes in one field or in many, and only those of the client', async () => {
    await start()
    const grant = 'grant_type=client_credentials'
    expect((await requestToken(`${grant}&scope=read_payment&scope=refund_payment`)).status).toBe(
      200,
    )
    expect((await requestToken(`${grant}&scope=refund_payment`, 'native-reader')).body).toEqual({
      error: 'invalid_scope',
    })
    expect((await requestToken(`${grant}&scope=read_payment`, 'nobody')).status).toBe(400)
    expect((await requestToken('scope=read_payment')).body).toEqual({
      error: 'unsupported_grant_type',
    })
  })

  it.each([
    ['no version', { 'api-version': '' }, 400],
    ['no token', { authorization: '' }, 401],
    ['a forged token', { authorization: 'Bearer a.b.c' }, 401],
    ['a body that is no JSON', { 'content-type': 'text/plain' }, 415],
  ])('is refused for %s', async (_, headers, status) => {
    const api = await start()
    const { reference } = await create()
    const got = await api('POST', `${reference}/capture/`, AMOUNT, headers)
    expect([got.status, got.headers.get('content-type')]).toEqual([
      status,
      expect.stringContaining('problem+json'),
    ])
  })
})

describe('sandbox Bambora Native: operations', () => {
  it('respond with 201 and the whole payment, and allow one capture', async () => {
    const api = await start()
    const { reference } = await create()
    const captured = await api('POST', `${reference}/capture/`, { ...AMOUNT, comment: 'parcel 1' })
    expect(captured).toMatchObject({
      status: 201,
      body: { state: 'Captured', operations: [{}, { type: 'Capture', comment: 'parcel 1' }] },
    })
    expect((await api('POST', `${reference}/capture/`, AMOUNT)).status).toBe(422)
    expect((await api('POST', `${reference}/cancel/`)).status).toBe(422)
    for (const amount of [10_000, 30_000]) {
      const refunded = await api('POST', `${reference}/refund/`, { ...AMOUNT, amount })
      expect(refunded).toMatchObject({ status: 201, body: { state: 'Refunded' } })
    }
    expect((await api('POST', `${reference}/refund/`, { ...AMOUNT, amount: 1 })).status).toBe(402)
  })

  it.each([
    ['no amount', 'capture', { currency: 'NOK' }, 400],
    ['no body', 'refund', undefined, 400],
    ['a comment that is too long', 'capture', { ...AMOUNT, comment: 'x'.repeat(257) }, 400],
    ['another currency', 'capture', { ...AMOUNT, currency: 'EUR' }, 400],
    ['more than is authorized', 'capture', { ...AMOUNT, amount: 100_001 }, 402],
    ['a refund before a capture', 'refund', AMOUNT, 422],
  ])('with %s are refused without an effect', async (_, operation, body, status) => {
    const api = await start()
    const { reference } = await create()
    expect((await api('POST', `${reference}/${operation}/`, body)).status).toBe(status)
    expect((await api('GET', `${reference}/`)).body.operations).toHaveLength(1)
  })

  it('are refused for an unknown reference and for another merchant’s', async () => {
    const api = await start()
    await create({ reference: 'theirs', accountId: 'T555000222' })
    for (const reference of ['nothing', 'theirs']) {
      const got = await api('POST', `${reference}/capture/`, AMOUNT)
      expect(got.text).toContain('payment_not_found')
    }
    expect((await api('GET', `${'x'.repeat(2_001)}/`)).status).toBe(400)
  })

  it('of the portal are in the totals, but not in the API', async () => {
    const api = await start()
    const { reference } = await create()
    const path = `bambora-native/transactions/${reference}/portal`
    await sandbox.control('POST', path, { operation: 'capture', amount: 300 })
    expect((await api('GET', `${reference}/`)).body.state).toBe('Authorized')
    const [totals] = await sandbox.control<PaymentTotals[]>('GET', 'bambora-native/totals')
    expect(totals).toMatchObject({ captured: 300, operations: [{ createdBy: 'portal' }] })
  })

  it('on an expired authorization are refused', async () => {
    const api = await start()
    const { reference } = await create()
    await sandbox.control('POST', `bambora-native/transactions/${reference}/expire`)
    expect((await api('GET', `${reference}/`)).body.state).toBe('Authorization Expired')
    expect((await api('POST', `${reference}/capture/`, AMOUNT)).status).toBe(422)
  })

  it('are shown late during a lag fault', async () => {
    const api = await start()
    const { reference } = await create()
    await sandbox.fault({ match: { operation: 'capture' }, action: { type: 'lag', ms: 60_000 } })
    expect((await api('POST', `${reference}/capture/`, AMOUNT)).status).toBe(201)
    expect((await api('GET', `${reference}/`)).body.state).toBe('Authorized')
  })
})

describe('sandbox Bambora Native: the ledger', { timeout: RESTARTS_LIMIT_MS }, () => {
  it('survives a restart, and an older one without this provider gets its sample payments', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-native-'))
    try {
      const api = await start({ dataDir, seed: true, anchor: ANCHOR })
      await api('POST', 'NATIVE-TIMEOUT/capture/', { ...AMOUNT, amount: 1 }).catch(() => undefined)
      await sandbox.control('PUT', 'bambora-native/settings', { shape: 'captures' })
      const before = await sandbox.control('GET', 'bambora-native/totals')
      await sandbox.close()
      await start({ dataDir })
      expect(await sandbox.control('GET', 'bambora-native/totals')).toEqual(before)
      expect(await sandbox.control('GET', 'bambora-native/settings')).toEqual({
        ...DEFAULT_SETTINGS,
        shape: 'captures',
      })
      await sandbox.close()
      const file = join(dataDir, 'ledger.jsonl')
      const lines = readFileSync(file, 'utf8').split('\n')
      writeFileSync(file, lines.filter((line) => !line.includes('"bambora-native"')).join('\n'))
      await start({ dataDir })
      expect(await sandbox.control('GET', 'bambora-native/totals')).toHaveLength(41)
      expect(await sandbox.control('GET', 'dintero/totals')).not.toHaveLength(0)
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  })

  it('has the same sample payments for the same anchor, in most states, with consistent sums', async () => {
    await start()
    const seeded = seedPayments(ANCHOR)
    expect(seeded).toEqual(seedPayments(ANCHOR))
    const seenIds = new Set(seeded.map(({ state }) => state))
    expect(STATES.filter((state) => !seenIds.has(state))).toEqual(['None', 'Voided'])
    for (const payment of seeded) {
      const { capturable, refundable } = totalsOf(payment)
      expect(Math.min(capturable, refundable)).toBeGreaterThanOrEqual(0)
      expect(payment.operations.every(({ atMs }) => atMs <= ANCHOR.getTime())).toBe(true)
    }
  })
})
