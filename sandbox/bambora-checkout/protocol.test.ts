import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ANCHOR, TestSandbox } from '../testing/test-sandbox'
import type { PaymentTotals } from './control/list-totals'
import { seedPayments } from './seed/seed-payments'
import { CheckoutClient, DEMO_USER } from './testing/checkout-client'
import { totalsOf } from './totals'

let sandbox: TestSandbox
let api: CheckoutClient
beforeAll(async () => {
  sandbox = await TestSandbox.start()
  api = new CheckoutClient(sandbox)
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.control('POST', 'reset'))

const PERMISSIONS = 'login/merchant/functionpermissionsandfeatures'

describe('sandbox Bambora Checkout: access', () => {
  it('is granted to an active API user of the merchant number', async () => {
    expect((await api.get(PERMISSIONS)).body.meta.result).toBe(true)
    const strangers = [
      { ...DEMO_USER, secretToken: 'wrong' },
      { ...DEMO_USER, merchantNumber: 'P700800900' },
      { ...DEMO_USER, accessToken: 'paydesk-expired', secretToken: 'paydesk-expired-secret' },
    ]
    for (const user of strangers) {
      const got = await new CheckoutClient(sandbox, user).get(PERMISSIONS)
      expect(got.status).toBe(401)
      expect(got.body.meta.result).toBe(false)
    }
  })

  it.each([
    ['empty-401', 401, undefined],
    ['result-false', 200, false],
  ])('is refused according to the setting: %s', async (badCredentials, status, result) => {
    await api.configure({ badCredentials })
    const got = await new CheckoutClient(sandbox, { ...DEMO_USER, secretToken: 'x' }).get(
      PERMISSIONS,
    )
    expect(got.status).toBe(status)
    expect((got.body as typeof got.body | undefined)?.meta.result).toBe(result)
  })

  it('is limited to each host’s own paths and to the merchant’s own payments', async () => {
    const { id } = await api.createPayment()
    const wrongHost = await api.send('POST', `merchant/transactions/${id}/capture`, { amount: 1 })
    expect(wrongHost.status).toBe(404)
    const other = { accessToken: 'paydesk-other', secretToken: 'paydesk-other-secret' }
    const stranger = new CheckoutClient(sandbox, { ...other, merchantNumber: 'T700800901' })
    const got = await stranger.get(`merchant/transactions/${id}`)
    expect(got.body.meta.result).toBe(false)
  })
})

describe('sandbox Bambora Checkout: reads', () => {
  it('show ids beyond a float as text, and rounded only in their numeric twins', async () => {
    const { id } = await api.createPayment({ id: '25506297014116353' })
    const got = await api.get(`merchant/transactions/${id}/transactionoperations`)
    const operationId = got.body.transactionoperations[0]?.id ?? ''
    expect(operationId).toMatch(/^25\d{15}$/)
    expect(got.text).toContain(`"idvalue":${operationId},`)
  })

  it('follow the settings for undocumented forms', async () => {
    await api.configure({ letterCase: 'capitalized', bareSingles: true, timeFraction: 7 })
    const { id } = await api.createPayment()
    const got = await api.get(`merchant/transactions/${id}/transactionoperations`)
    expect(got.body.transactionoperations).toMatchObject({
      status: 'Approved',
      action: 'Authorize',
      createddate: expect.stringMatching(/\.\d{7}Z$/),
    })
    await api.configure({ failureStatus: 400, actionOnSuccess: 'null' })
    expect((await api.get(`merchant/transactions/${id}`)).body.meta.action).toBeNull()
    expect((await api.get('merchant/transactions/1')).status).toBe(400)
  })

  it.each([
    ['no-key', [2, 1]],
    ['empty-page', [2, 1, 0]],
  ])('page through the list until its end: %s', async (listEnd, sizes) => {
    await api.configure({ listEnd, largestPage: 2 })
    await api.createPayment({ count: 3 })
    const pages: number[] = []
    for (let key: string | null = ''; key !== null;) {
      const query = new URLSearchParams({ pagesize: '100', exclusivestartkey: key })
      const { body } = await api.get(`merchant/transactions?${query.toString()}`)
      pages.push(body.transactions.length)
      key = body.meta.paging?.lastevaluatedkey ?? null
    }
    expect(pages).toEqual(sizes)
  })

  it('lag behind writes during a lag fault', async () => {
    const { id } = await api.createPayment({ amount: 10 })
    await sandbox.fault({ match: { operation: 'capture' }, action: { type: 'lag', ms: 60_000 } })
    await api.operate(id, 'capture', { amount: 10 })
    expect((await api.read(id)).total.captured).toBe(0)
  })
})

describe('sandbox Bambora Checkout: the ledger', () => {
  it('survives a restart, with pending operations', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'paydesk-checkout-'))
    const first = await TestSandbox.start({ dataDir })
    const client = new CheckoutClient(first)
    const { id } = await client.createPayment({ amount: 10, behaviour: 'capture-pending' })
    await client.configure({ pendingMs: 1000 })
    await client.operate(id, 'capture', { amount: 10 })
    await first.close()
    const second = await TestSandbox.start({ dataDir })
    const again = new CheckoutClient(second)
    await expect
      .poll(() => again.read(id), { timeout: 8000 })
      .toMatchObject({ total: { captured: 10 } })
    await second.close()
  })

  it('has the same sample data for the same date, with consistent amounts', () => {
    const payments = seedPayments(ANCHOR)
    expect(payments).toEqual(seedPayments(ANCHOR))
    expect(payments.length).toBeGreaterThan(40)
    for (const payment of payments) {
      const { authorized, captured, refunded, released, capturable } = totalsOf(payment)
      expect(captured + released + capturable).toBe(authorized)
      expect(refunded).toBeLessThanOrEqual(captured)
    }
  })

  it('holds operations of the portal and the caller’s references', async () => {
    const { id } = await api.createPayment({ amount: 100 })
    const path = `bambora-checkout/transactions/${id}/portal`
    await sandbox.control('POST', path, { operation: 'capture', amount: 40 })
    await api.operate(id, 'credit', { amount: 10 }, { 'x-sandbox-reference': 'test 7' })
    const [totals] = await sandbox.control<PaymentTotals[]>(
      'GET',
      'bambora-checkout/totals?touched=true',
    )
    expect(totals).toMatchObject({
      captured: 40,
      refunded: 10,
      released: false,
      captures: 1,
      refunds: 1,
      voids: 0,
      operations: [
        { event: 'capture', amount: 40, createdBy: null, reference: null },
        { event: 'credit', amount: 10, createdBy: 'paydesk@example.com', reference: 'test 7' },
      ],
    })
    expect((await api.get(`merchant/transactions/${id}/transactionoperations`)).text).not.toContain(
      'test 7',
    )
  })
})
