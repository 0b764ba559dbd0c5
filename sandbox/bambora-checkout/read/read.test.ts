import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TestSandbox } from '../../testing/test-sandbox'
import { CheckoutClient } from '../testing/checkout-client'

let sandbox: TestSandbox
let api: CheckoutClient
beforeAll(async () => {
  sandbox = await TestSandbox.start()
  api = new CheckoutClient(sandbox)
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.control('POST', 'reset'))

describe('sandbox Bambora Checkout: the vendor’s description (F7)', () => {
  it('an operation has eci, address, system and the acquirer’s reference', async () => {
    const { id } = await api.createPayment({ amount: 1000 })
    await api.operate(id, 'capture', { amount: 10 })
    const [authorization] = await api.history(id)
    expect(authorization).toMatchObject({
      eci: { value: '05' },
      clientipaddress: '198.51.100.7',
      actionbysystem: 'Checkout',
      acquirerreference: expect.stringMatching(/^\d{12}$/) as string,
      apiuser: null,
    })
    expect(authorization?.transactionoperations).toMatchObject([
      { actionbysystem: 'Api', apiuser: { email: 'paydesk@example.com' }, eci: null },
    ])
  })

  it.each([
    ['merchant/transactions/1', 'transaction'],
    ['merchant/transactions/1/transactionoperations', 'transactionoperations'],
    ['merchant/transactions/1/invoices', 'invoices'],
    ['data/responsecodes/Nobody/1', 'responsecode'],
    ['data/currencies/999', 'currency'],
  ])('a read of %s that fails has its own member', async (path, member) => {
    const { body } = await api.get(path)
    expect(Object.keys(body).toSorted()).toEqual(['meta', member].toSorted())
    expect(body.meta.result).toBe(false)
  })

  it.each(['208', 'DKK'])('the currency %s is found by number and letters', async (name) => {
    expect((await api.get(`data/currencies/${name}`)).body).toMatchObject({
      currency: { code: 'DKK', number: '208', minorunits: 2 },
    })
  })

  it('an operation may name its user, have null in its place, or no such field', async () => {
    const { id } = await api.createPayment({ amount: 1000 })
    await api.operate(id, 'capture', { amount: 10 })
    await api.configure({ namesUsers: 'null' })
    expect((await api.history(id))[0]?.transactionoperations[0]).toMatchObject({ apiuser: null })
    await api.configure({ namesUsers: 'absent' })
    expect((await api.history(id))[0]?.transactionoperations[0]).not.toHaveProperty('apiuser')
  })
})
