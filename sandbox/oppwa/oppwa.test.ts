import { createServer } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ANCHOR, TestSandbox } from '../testing/test-sandbox'
import { DEMO_ENTITY, DEMO_TOKEN, SEEDED_CHANNELS } from './channels'
import type { PaymentTotals } from './control/list-totals'
import { seedPayments } from './seed/seed-payments'
import { DEFAULT_SETTINGS, type Settings } from './settings'

let sandbox: TestSandbox

beforeAll(async () => {
  sandbox = await TestSandbox.start()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.control('POST', 'reset', {}))

interface View {
  readonly id?: string
  readonly paymentType?: string
  readonly amount?: string
  readonly referencedId?: string
  readonly result: { readonly code: string; readonly parameterErrors?: readonly { name: string }[] }
  readonly payments?: readonly View[]
}

async function call(method: 'GET' | 'POST', path: string, fields: Record<string, string>) {
  const form = new URLSearchParams({ entityId: DEMO_ENTITY, ...fields })
  const isPost = method === 'POST'
  const response = await fetch(`${sandbox.url}/oppwa${path}${isPost ? '' : `?${String(form)}`}`, {
    method,
    headers: { authorization: `Bearer ${DEMO_TOKEN}` },
    ...(isPost && { body: form }),
  })
  return { status: response.status, body: (await response.json()) as View }
}

async function operate(id: string, paymentType: string, amount?: string, more = {}) {
  const sum = amount === undefined ? {} : { amount, currency: 'EUR' }
  const reference = { merchantTransactionId: `ref-${crypto.randomUUID()}` }
  return call('POST', `/v1/payments/${id}`, { paymentType, ...sum, ...reference, ...more })
}

async function create(options: object = {}): Promise<string> {
  const made = await sandbox.control<{ id: string }>('POST', 'oppwa/transactions', {
    amount: 100_00,
    ...options,
  })
  return made.id
}

function settings(set: Partial<Settings>): Promise<unknown> {
  return sandbox.control('PUT', 'oppwa/settings', set)
}

async function totals(id: string): Promise<PaymentTotals | undefined> {
  const all = await sandbox.control<PaymentTotals[]>('GET', 'oppwa/totals?touched=true')
  return all.find((one) => one.id === id)
}

describe('sandbox Open Payment Platform: follow-ups', () => {
  it('are entries of their own and add up', async () => {
    const id = await create()
    const first = await operate(id, 'CP', '40.00')
    expect(first).toMatchObject({
      status: 200,
      body: {
        paymentType: 'CP',
        amount: '40.00',
        referencedId: id,
        result: { code: '000.100.110' },
      },
    })
    const capture = first.body.id ?? ''
    expect((await operate(capture, 'RF', '15.00')).status).toBe(200)
    expect((await operate(id, 'RV')).body.amount).toBe('60.00')
    expect(await totals(id)).toMatchObject({
      authorized: 100_00,
      captured: 40_00,
      refunded: 15_00,
      released: true,
      capturable: 0,
      refundable: 25_00,
      operations: [{ event: 'CAPTURE' }, { event: 'REFUND' }, { event: 'VOID' }],
    })
  })

  it.each([
    ['a capture above the rest', 'AUTHORIZED', 'CP', '100.01', '700.400.100'],
    ['a capture of what is voided', 'AUTHORIZATION_VOIDED', 'CP', '1.00', '700.400.100'],
    ['a refund without a capture', 'AUTHORIZED', 'RF', '1.00', '700.400.520'],
    ['a refund above what is captured', 'CAPTURED', 'RF', '100.01', '700.400.200'],
    ['a reversal of what is captured', 'CAPTURED', 'RV', undefined, '700.400.300'],
    ['a second reversal', 'AUTHORIZATION_VOIDED', 'RV', undefined, '700.400.300'],
    ['a partial reversal', 'AUTHORIZED', 'RV', '10.00', '700.300.800'],
    ['a capture of what was declined', 'DECLINED', 'CP', '1.00', '700.400.510'],
    ['a capture of what is pending', 'ON_HOLD', 'CP', '1.00', '700.400.570'],
    ['a rebill of an authorization', 'AUTHORIZED', 'RB', '1.00', '700.400.000'],
  ])('refuse %s', async (_, status, type, amount, code) => {
    const id = await create({ status })
    const response = await operate(id, type, amount)
    expect(response).toMatchObject({ status: 400, body: { result: { code } } })
    expect(response.body.amount).toBeUndefined()
  })

  it.each([
    ['CP', '700.400.510'],
    ['RV', '700.400.530'],
    ['RF', '600.200.500'],
  ])('of an unknown id give, for %s, %s', async (type, code) => {
    const response = await operate('8ac7a4a1'.padEnd(32, '0'), type, '1.00')
    expect(response.body.result.code).toBe(code)
  })

  it('report all invalid parameters', async () => {
    const more = { currency: 'EU', merchantTransactionId: 'short' }
    const response = await operate(await create(), 'CP', '9,5', more)
    expect(response.status).toBe(400)
    expect(response.body.id).toBeUndefined()
    expect(response.body.result.parameterErrors?.map(({ name }) => name)).toEqual([
      ...['currency', 'merchantTransactionId', 'amount'],
    ])
    await settings({ amountError: '100.550.303' })
    const other = await operate(await create(), 'CP', '9.5')
    expect(other.body.result.code).toBe('100.550.303')
  })
})

describe('sandbox Open Payment Platform: follow-ups in special cases', () => {
  it('have a forced result, with an effect only for a success', async () => {
    const id = await create()
    const forced = (code: string) => ({ 'customParameters[forceResultCode]': code })
    expect((await operate(id, 'CP', '10.00', forced('800.100.151'))).status).toBe(400)
    expect((await operate(id, 'CP', '10.00', forced('000.400.050'))).status).toBe(200)
    expect(await totals(id)).toMatchObject({ captured: 10_00, failures: 1 })
  })

  it('differ by account: one capture, one refund, late captures and reversals', async () => {
    await settings({ multipleCaptures: false, singleRefund: true })
    const id = await create()
    const { body } = await operate(id, 'CP', '50.00')
    expect((await operate(id, 'CP', '50.00')).body.result.code).toBe('700.400.100')
    await operate(body.id ?? '', 'RF', '10.00')
    const second = await operate(body.id ?? '', 'RF', '10.00')
    expect(second.body.result.code).toBe('700.300.300')
    const createdAt = new Date(Date.now() - 40 * 86_400_000).toISOString()
    const late = await operate(await create({ createdAt }), 'CP', '1.00')
    expect(late.body.result.code).toBe('700.300.400')
    const debit = await create({ createdAt, isDebit: true })
    expect((await operate(debit, 'RV')).body.result.code).toBe('700.300.700')
  })

  it('reverse a recent debit, which then cannot be refunded', async () => {
    const id = await create({ isDebit: true })
    expect((await operate(id, 'RV')).status).toBe(200)
    expect((await operate(id, 'RF', '1.00')).body.result.code).toBe('700.400.200')
  })
})

describe('sandbox Open Payment Platform: access', () => {
  it('checks the token first, then the entity', async () => {
    const url = `${sandbox.url}/oppwa/v1/query/x?entityId=${DEMO_ENTITY}`
    const response = await fetch(url, { headers: { authorization: 'Bearer wrong' } })
    expect(response.status).toBe(403)
    const missing = await call('GET', '/v1/query/x', { entityId: '' })
    expect(missing.body.result.parameterErrors?.[0]?.name).toBe('entityId')
  })

  it('hides payments of another entity from reports and refuses operations on them', async () => {
    const id = await create({ accountId: SEEDED_CHANNELS[1]?.entityId })
    expect((await call('GET', `/v1/query/${id}`, {})).body.result.code).toBe('700.400.580')
    expect((await operate(id, 'CP', '1.00')).body.result.code).toBe('700.400.700')
  })
})

describe('sandbox Open Payment Platform: reports', () => {
  it('hold one payment, all payments of a reference, or whole trees', async () => {
    const id = await create({ reference: 'order-1001', status: 'REFUNDED' })
    expect((await call('GET', `/v1/query/${id}`, {})).body).toMatchObject({ id, amount: '100.00' })
    const byReference = { merchantTransactionId: 'order-1001' }
    expect((await call('GET', '/v1/query', byReference)).body.payments).toHaveLength(1)
    const tree = await call('GET', `/v3/query/${id}`, { includeLinkedTransactions: 'true' })
    expect(tree.body.payments?.map(({ paymentType }) => paymentType)).toEqual(['PA', 'CP', 'RF'])
  })

  it('respond with 404 and 700.400.580 for an unknown reference', async () => {
    const response = await call('GET', '/v1/query', { merchantTransactionId: 'never-used' })
    expect(response).toMatchObject({ status: 404, body: { result: { code: '700.400.580' } } })
  })

  it('are limited to two a minute for each id, unless the limit is off', async () => {
    const id = await create()
    const query = () => call('GET', `/v1/query/${id}`, {})
    const statuses = [(await query()).status, (await query()).status, (await query()).status]
    expect(statuses).toEqual([200, 200, 429])
    await settings({ queriesPerMinute: null })
    expect((await query()).status).toBe(200)
  })
})

describe('sandbox Open Payment Platform: the ledger', () => {
  it('survives a restart, with settings and pending operations', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'oppwa-'))
    const before = sandbox
    try {
      sandbox = await TestSandbox.start({ dataDir })
      await settings({ pendingMs: 400, asyncRefundBrands: ['VISA'] })
      const id = await create({ isDebit: true })
      expect((await operate(id, 'RF', '10.00')).body.result.code).toBe('800.400.502')
      await sandbox.close()
      sandbox = await TestSandbox.start({ dataDir })
      await expect.poll(() => totals(id)).toMatchObject({ refunded: 10_00, pending: 0 })
      const usual = await sandbox.control<Settings>('GET', 'oppwa/settings')
      expect(usual).toEqual({
        ...DEFAULT_SETTINGS,
        pendingMs: 400,
        asyncRefundBrands: ['VISA'],
      })
    } finally {
      await sandbox.close()
      sandbox = before
      rmSync(dataDir, { recursive: true })
    }
  })

  it('has the same sample payments for the same anchor, in every state', () => {
    const payments = seedPayments(ANCHOR)
    expect(seedPayments(ANCHOR)).toEqual(payments)
    const roots = payments.filter(({ id, rootId }) => id === rootId)
    expect(roots.length).toBeGreaterThanOrEqual(40)
    expect(new Set(payments.map(({ id }) => id)).size).toBe(payments.length)
    expect(new Set(roots.map(({ brand }) => brand)).size).toBeGreaterThanOrEqual(5)
    expect(payments.every(({ createdAt }) => Date.parse(createdAt) <= ANCHOR.getTime())).toBe(true)
  })
})

describe('sandbox Open Payment Platform: webhooks', () => {
  it('stay inactive until their test is accepted, then report every payment and are repeated', async () => {
    const responses: number[] = []
    let status = 500
    const server = createServer((_request, response) => {
      responses.push(status)
      response.writeHead(status).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const options = { entityId: DEMO_ENTITY, url, key: 'ab'.repeat(32) }
    try {
      await settings({ webhookMinuteMs: 10 })
      expect(await sandbox.control('POST', 'oppwa/webhooks', options)).toMatchObject({
        active: false,
      })
      const id = await create()
      await operate(id, 'CP', '10.00')
      expect(responses).toEqual([500])
      status = 200
      expect(await sandbox.control('POST', 'oppwa/webhooks', options)).toMatchObject({
        active: true,
      })
      status = 500
      await operate(id, 'CP', '10.00')
      await expect.poll(() => responses.length).toBeGreaterThanOrEqual(5)
      status = 200
      await expect.poll(() => responses.at(-1)).toBe(200)
      const total = responses.length
      await new Promise((resolve) => setTimeout(resolve, 200))
      expect(responses).toHaveLength(total)
    } finally {
      server.close()
    }
  })
})
