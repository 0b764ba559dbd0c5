import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TestSandbox } from '../testing/test-sandbox'
import { DEMO_ENTITY } from './channels'
import { OppwaClient } from './testing/oppwa-client'

let sandbox: TestSandbox
let api: OppwaClient
beforeAll(async () => {
  sandbox = await TestSandbox.start()
  api = new OppwaClient(sandbox)
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('POST', 'reset', {})
  await api.configure({ queriesPerMinute: null })
})

const forced = (code: string) => ({ 'customParameters[forceResultCode]': code })
const UNKNOWN_ID = '8ac7a4a1'.padEnd(32, '0')

describe('sandbox Open Payment Platform: the older way to sign in', () => {
  it('takes the entity as authentication.entityId, on operations and on reads (E9)', async () => {
    const id = await api.create()
    const form = `authentication.entityId=${DEMO_ENTITY}&paymentType=CP&amount=60.00&currency=EUR`
    expect((await api.send('POST', `/v1/payments/${id}`, form)).body).toMatchObject({
      paymentType: 'CP',
      result: { code: '000.100.110' },
    })
    const read = await api.send('GET', `/v1/query/${id}?authentication.entityId=${DEMO_ENTITY}`)
    expect(read).toMatchObject({ status: 200, body: { id } })
  })

  it('takes user and password, which together are the token, in the form and the query (E9)', async () => {
    const id = await api.create()
    const caller = (password: string) =>
      `authentication.userId=8ac7a4ca7a11&authentication.password=${password}` +
      `&authentication.entityId=${DEMO_ENTITY}`
    const capture = '&paymentType=CP&amount=60.00&currency=EUR'
    const post = (password: string) =>
      api.send('POST', `/v1/payments/${id}`, caller(password) + capture, null)
    expect((await post('wrong')).body.result.code).toBe('800.900.300')
    expect((await post('paydesk-demo')).status).toBe(200)
    const read = await api.send('GET', `/v1/query/${id}?${caller('paydesk-demo')}`, undefined, null)
    expect(read).toMatchObject({ status: 200, body: { id } })
  })
})

describe('sandbox Open Payment Platform: optional fields', () => {
  it('that are empty count as left out (E9)', async () => {
    const empty = {
      merchantTransactionId: '',
      merchantInvoiceId: '',
      testMode: '',
      descriptor: '',
      taxAmount: '',
      'customParameters[ORDER]': '',
    }
    const { status, body } = await api.operate(await api.create(), 'CP', '60.00', empty)
    expect([status, body.result.code]).toEqual([200, '000.100.110'])
    expect(Object.keys(body)).not.toContain('merchantTransactionId')
    expect(Object.keys(body)).not.toContain('customParameters')
    expect((await api.pay(empty)).status).toBe(200)
  })

  it('of the list that are empty filter nothing (E9)', async () => {
    const id = await api.create()
    const dates = { 'date.from': '2020-01-01 00:00:00', 'date.to': '2099-01-01 00:00:00' }
    const empty = { merchantTransactionId: '', paymentTypes: '', limit: '', pageNo: '' }
    const { body } = await api.get('/v3/query', { ...dates, ...empty })
    expect(body.payments?.map((one) => one.id)).toEqual([id])
  })

  it.each([
    ['refuse', 400, '200.300.404'],
    ['accept', 200, '000.100.110'],
  ] as const)(
    'an empty amount of a reversal: %s, by the setting (E9)',
    async (rule, status, code) => {
      await api.configure({ emptyAmountOfReversal: rule })
      const empty = { amount: '', currency: '' }
      const reversal = await api.operate(await api.create(), 'RV', undefined, empty)
      expect([reversal.status, reversal.body.result.code]).toEqual([status, code])
      const capture = await api.operate(await api.create(), 'CP', undefined, empty)
      expect(capture.body.result.parameterErrors?.map(({ name }) => name)).toEqual([
        'amount',
        'currency',
      ])
    },
  )

  it('custom parameters are echoed, on payments, on operations and in reads (E9)', async () => {
    const custom = { 'customParameters[SHOPPER.order_1]': 'Ærlig talt' }
    const echoed = { 'SHOPPER.order_1': 'Ærlig talt' }
    const first = (await api.pay(custom)).body
    expect(first.customParameters).toEqual(echoed)
    const capture = (await api.operate(first.id ?? '', 'CP', '92.00', custom)).body
    expect(capture.customParameters).toEqual(echoed)
    expect((await api.get(`/v1/query/${capture.id ?? ''}`)).body.customParameters).toEqual(echoed)
  })
})

describe('sandbox Open Payment Platform: first payments', () => {
  it.each(['000.200.000', '800.400.500', '100.400.500'])(
    'that are pending with %s answer 200, with id and amount (E9)',
    async (code) => {
      const { status, body } = await api.pay(forced(code))
      expect(status).toBe(200)
      expect(body).toMatchObject({ id: expect.any(String) as string, amount: '92.00' })
      expect(body.result.code).toBe(code)
    },
  )

  it.each([
    ['a wrong last digit', '4200000000000001'],
    ['the documented number', '4444444444444444'],
    ['two digits in each other’s place', '4571740000000020'],
    ['letters', '4200oooooooooooo'],
  ])(
    'with %s in the card number are refused with 100.100.101 and an id (E9)',
    async (_, number) => {
      const { status, body } = await api.pay({ 'card.number': number })
      expect(status).toBe(400)
      expect(body).toMatchObject({ id: expect.any(String) as string, paymentType: 'PA' })
      expect(body.result.code).toBe('100.100.101')
      expect(body.amount).toBeUndefined()
    },
  )

  it.each(['4200000000000000', '4571740000000002', '375987000000005'])(
    'with the card number %s are taken (E9)',
    async (number) => {
      expect((await api.pay({ 'card.number': number })).status).toBe(200)
    },
  )
})

describe('sandbox Open Payment Platform: a forced decline', () => {
  it('has no id and echoes what forced it, on payments and on operations (E9)', async () => {
    const answers = [
      await api.pay(forced('800.100.151')),
      await api.operate(await api.create(), 'CP', '10.00', forced('800.100.151')),
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(400)
      expect(body).toMatchObject({
        result: { code: '800.100.151' },
        customParameters: { forceResultCode: '800.100.151' },
      })
      expect(body.id).toBeUndefined()
      expect(body.amount).toBeUndefined()
    }
  })

  it('has an id with the other setting, and always where the result is no decline (E9)', async () => {
    expect((await api.pay(forced('000.400.050'))).body.id).toBeDefined()
    expect((await api.pay(forced('900.100.300'))).body.id).toBeDefined()
    await api.configure({ idOfForcedDecline: 'present' })
    expect((await api.pay(forced('800.100.151'))).body.id).toBeDefined()
  })

  it('can have each code that is known, also the later ones (E9)', async () => {
    expect((await api.pay(forced('300.100.100'))).body.result.code).toBe('300.100.100')
  })
})

describe('sandbox Open Payment Platform: an operation on an unknown id', () => {
  it.each([
    ['CP', '700.400.510'],
    ['RV', '700.400.530'],
    ['RF', '600.200.500'],
  ])('%s has an id, its type and a risk beside %s (E9)', async (type, code) => {
    const { status, body } = await api.operate(UNKNOWN_ID, type, '1.00')
    expect(status).toBe(400)
    expect(body).toMatchObject({
      id: expect.stringMatching(/^[a-f0-9]{32}$/) as string,
      paymentType: type,
      result: { code },
      risk: { score: '0' },
      ndc: expect.stringContaining(`${DEMO_ENTITY}_`) as string,
    })
    expect(body.id).not.toBe(UNKNOWN_ID)
    expect(Object.keys(body).toSorted()).toEqual(
      ['buildNumber', 'id', 'ndc', 'paymentType', 'result', 'risk', 'timestamp'].toSorted(),
    )
  })

  it('has the same form where the id is one of another entity (E9)', async () => {
    const id = await api.create({ accountId: '8ac7a4ca7a11000001900000000000d2' })
    expect((await api.operate(id, 'CP', '1.00')).body).toMatchObject({
      id: expect.stringMatching(/^[a-f0-9]{32}$/) as string,
      paymentType: 'CP',
      result: { code: '700.400.700' },
      risk: { score: '0' },
    })
  })
})

describe('sandbox Open Payment Platform: receipts', () => {
  it('are neither reversed nor charged back, only refunded (E9)', async () => {
    const id = await api.create()
    const receipt = (await api.operate(id, 'RC', '40.00')).body
    expect(receipt.result.code).toBe('000.100.110')
    const refused = async (type: string, amount?: string) =>
      (await api.operate(receipt.id ?? '', type, amount)).body.result.code
    expect(await refused('RV')).toBe('700.400.530')
    expect(await refused('CB', '40.00')).toBe('700.400.550')
    expect(await refused('RF', '40.00')).toBe('000.100.110')
  })

  it.each(['DB', 'CP', 'RB'] as const)(
    'refer to a %s only where the account says so (E9)',
    async (type) => {
      const id = await targetOf(type)
      expect((await api.operate(id, 'RC', '10.00')).body.result.code).toBe('700.400.560')
      await api.configure({ receiptTargets: ['PA', type] })
      expect((await api.operate(id, 'RC', '10.00')).body).toMatchObject({
        paymentType: 'RC',
        referencedId: id,
        result: { code: '000.100.110' },
      })
    },
  )
})

/** The id of a charge of this type. */
async function targetOf(type: 'DB' | 'CP' | 'RB'): Promise<string> {
  const root = await api.create({ isDebit: type !== 'CP' })
  return type === 'DB' ? root : ((await api.operate(root, type, '50.00')).body.id ?? '')
}
