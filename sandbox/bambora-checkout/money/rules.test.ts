import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TestSandbox, until } from '../../testing/test-sandbox'
import { CheckoutClient } from '../testing/checkout-client'

let sandbox: TestSandbox
let api: CheckoutClient
beforeAll(async () => {
  sandbox = await TestSandbox.start()
  api = new CheckoutClient(sandbox)
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.control('POST', 'reset'))

const refused = (code: string) => ({ meta: { result: false, action: { code } } })

describe('sandbox Bambora Checkout: capture', () => {
  it('takes parts where several captures are allowed, and responds with ids only', async () => {
    const { id } = await api.createPayment({ amount: 1000 })
    const first = await api.operate(id, 'capture', { amount: 400, currency: 'DKK' })
    expect(first.body.meta.result).toBe(true)
    expect(Object.keys(first.body.transactionoperations[0] ?? {})).toEqual(['id'])
    await api.operate(id, 'capture', { amount: 600 })
    const [authorization] = await api.history(id)
    expect(authorization?.transactionoperations).toMatchObject([
      { action: 'capture', subaction: 'multi', amount: 400 },
      { action: 'capture', subaction: 'full', amount: 600 },
    ])
  })

  it('of a part uses up the authorization where only one capture is allowed', async () => {
    const { id } = await api.createPayment({ amount: 1000, capturesSeveral: false })
    await api.operate(id, 'capture', { amount: 400 })
    expect(await api.read(id)).toMatchObject({ available: { capture: 0, credit: 400 } })
    expect((await api.operate(id, 'capture', { amount: 1 })).body).toMatchObject(refused('113'))
  })

  it.each([undefined, 'null', '[]', '{}'])(
    'with the body %s takes all that is left',
    async (body) => {
      const { id } = await api.createPayment({ amount: 1000, captured: 300 })
      await api.operate(id, 'capture', body)
      expect((await api.read(id)).total.captured).toBe(1000)
    },
  )

  it.each([
    [{ amount: 1001 }, '113'],
    [{ amount: 0 }, '123'],
    [{ amount: '100' }, '101'],
    [{ amount: 10.5 }, '101'],
    [{ amount: 100, currency: 'SEK' }, '122'],
  ])('%o is refused with code %s and HTTP 200, without an effect', async (body, code) => {
    const { id } = await api.createPayment({ amount: 1000 })
    const got = await api.operate(id, 'capture', body)
    expect(got.status).toBe(200)
    expect(got.body).toMatchObject(refused(code))
    expect((await api.read(id)).total.captured).toBe(0)
  })

  it('accepts the numeric code of the currency', async () => {
    const { id } = await api.createPayment({ amount: 1000 })
    const got = await api.operate(id, 'capture', { amount: 1, currency: '208' })
    expect(got.body.meta.result).toBe(true)
  })
})

describe('sandbox Bambora Checkout: credit', () => {
  it('refunds up to the captured amount and is a child of the capture', async () => {
    const { id } = await api.createPayment({ amount: 1000, captured: 500 })
    await api.operate(id, 'credit', { amount: 100 })
    expect((await api.operate(id, 'credit', { amount: 401 })).body).toMatchObject(refused('114'))
    expect((await api.operate(id, 'credit')).body).toMatchObject(refused('101'))
    const [authorization] = await api.history(id)
    expect(authorization?.transactionoperations[0]?.transactionoperations).toMatchObject([
      { action: 'credit', subaction: 'multi', amount: 100 },
    ])
  })
})

describe('sandbox Bambora Checkout: delete', () => {
  it.each([undefined, 'null', '[]', '{}'])('with the body %s releases everything', async (body) => {
    const { id } = await api.createPayment({ amount: 1000 })
    expect((await api.operate(id, 'delete', body)).body.meta.result).toBe(true)
    expect(await api.read(id)).toMatchObject({
      status: 'deleted',
      candelete: false,
      available: { capture: 0 },
    })
  })

  it('is refused after a capture', async () => {
    const { id } = await api.createPayment({ amount: 1000, captured: 1 })
    expect((await api.operate(id, 'delete')).body).toMatchObject(refused('120'))
  })

  it('can be delayed, as some acquirers do', async () => {
    await api.configure({ deletes: 'delay' })
    const { id } = await api.createPayment()
    await api.operate(id, 'delete')
    const [, operation] = [...(await api.history(id))].flatMap((one) => [
      one,
      ...one.transactionoperations,
    ])
    expect(operation).toMatchObject({ action: 'delete', subaction: 'delay' })
    expect((await api.read(id)).available.capture).toBe(0)
  })
})

describe('sandbox Bambora Checkout: an invoice', () => {
  const lines = [
    { id: 'A', linenumber: '1', quantity: 2, totalpriceinclvat: 600, totalpricevatamount: 120 },
    { id: 'B', linenumber: '2', quantity: 1, totalpriceinclvat: 400, totalpricevatamount: 80 },
  ]

  it('is captured only as a whole, and then has readable lines', async () => {
    const { id } = await api.createPayment({ method: 'walley', lines })
    expect((await api.operate(id, 'capture', { amount: 500 })).body).toMatchObject(refused('130'))
    await api.operate(id, 'capture', { amount: 1000 })
    const { body } = await api.get(`merchant/transactions/${id}/invoices`)
    expect(body.invoices).toMatchObject([{ type: 'Invoice', lines: [{ id: 'A' }, { id: 'B' }] }])
  })

  it('may want its lines at once, which its own portal knows', async () => {
    await api.configure({ captureWithoutLines: 'refuse' })
    const { id } = await api.createPayment({ method: 'walley', lines })
    expect((await api.operate(id, 'capture', { amount: 1000 })).body).toMatchObject(refused('130'))
    const portal = `bambora-checkout/transactions/${id}/portal`
    await sandbox.control('POST', portal, { operation: 'capture' })
    expect((await api.read(id)).total.captured).toBe(1000)
    const other = await api.createPayment({ method: 'walley', lines })
    const named = await api.operate(other.id, 'capture', { amount: 1000, invoicelines: lines })
    expect(named.body.meta.result).toBe(true)
  })

  it('is credited by whole lines, or all of it without lines', async () => {
    const { id } = await api.createPayment({ method: 'walley', lines, captured: 1000 })
    const part = { ...lines[0], quantity: 1, totalpriceinclvat: 300 }
    const allOptions = [{ amount: 400 }, { amount: 300, invoicelines: [part] }]
    for (const options of [...allOptions, { amount: 500, invoicelines: [lines[1]] }]) {
      expect((await api.operate(id, 'credit', options)).body).toMatchObject(refused('130'))
    }
    const whole = await api.operate(id, 'credit', { amount: 400, invoicelines: [lines[1]] })
    expect(whole.body.meta.result).toBe(true)
  })
})

describe('sandbox Bambora Checkout: an acquirer', () => {
  it('refuses with its own code, and the attempt stays in the history', async () => {
    const { id } = await api.createPayment({ behaviour: 'refuse-capture' })
    const got = await api.operate(id, 'capture', { amount: 10 })
    expect(got.body).toMatchObject({ meta: { result: false, action: { source: 'Nets' } } })
    const [authorization] = await api.history(id)
    expect(authorization?.transactionoperations).toMatchObject([{ status: 'declined' }])
  })

  it('declines an accepted capture, immediately or after it was pending', async () => {
    const declined = await api.createPayment({ behaviour: 'decline-capture' })
    const got = await api.operate(declined.id, 'capture', { amount: 10 })
    expect(got.body.meta.result).toBe(true)
    expect((await api.read(declined.id)).total.captured).toBe(0)
    await api.configure({ pendingMs: 300 })
    const { id } = await api.createPayment({ behaviour: 'capture-pending', amount: 10 })
    await api.operate(id, 'capture', { amount: 10 })
    expect(await api.read(id)).toMatchObject({ available: { capture: 0 }, total: { captured: 0 } })
    await until(async () => (await api.read(id)).total.captured === 10)
  })

  it('may send no response after the effect', async () => {
    const { id } = await api.createPayment({ behaviour: 'capture-timeout', amount: 10 })
    await expect(api.operate(id, 'capture', { amount: 10 })).rejects.toThrow()
    expect((await api.read(id)).total.captured).toBe(10)
  })
})
