import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DEMO_ENTITY, DEMO_TOKEN } from '@/sandbox/oppwa/channels'
import { TestSandbox } from '@/sandbox/testing/test-sandbox'
import type { ProviderClient } from '../port'
import { command } from './fixtures'
import { createOppwaClient } from './index'
import { interpretResponse, type Interpreted, type RequestedOperation } from './interpret-response'
import { OppwaSession } from './session'
import { oppwaSettings } from './settings'

const SECRET = { accessToken: DEMO_TOKEN, environment: 'test', queriesPerMinute: 1_000 }

let sandbox: TestSandbox
let client: ProviderClient

beforeAll(async () => {
  sandbox = await TestSandbox.start()
  const baseUrl = `${sandbox.url}/oppwa`
  client = createOppwaClient({
    connectionId: 'c',
    accountId: DEMO_ENTITY,
    baseUrl,
    secret: SECRET,
  })
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('DELETE', 'faults')
  await sandbox.control('PUT', 'oppwa/settings', { queriesPerMinute: null, singleRefund: false })
})

async function createPayment(options: object = {}): Promise<string> {
  const { id } = await sandbox.control<{ id: string }>('POST', 'oppwa/transactions', options)
  return id
}

const REQUESTED: RequestedOperation = {
  paymentType: 'CP',
  targetId: 'pa-1',
  knownIds: ['pa-1', 'cp-0'],
  amountMinor: 6_000,
  currency: 'EUR',
  reference: 'cap-1001-1',
}

/** The meaning of a response to a capture of 60,00 that is correct but for `change`. */
function interpret(
  change: object,
  status = 200,
  environment: 'test' | 'live' = 'test',
): Interpreted {
  const right = { id: 'cp-1', paymentType: 'CP', amount: '60.00', currency: 'EUR' }
  const body = JSON.stringify({ ...right, ...change })
  const response = { kind: 'answer', status, headers: {}, body } as const
  return interpretResponse(REQUESTED, response, { environment })
}

function code(text: string): object {
  return { result: { code: text } }
}

describe('OPPWA, known defects of results', () => {
  it('known defect 1: a refund is interpreted by its own response, not by the payment’s result', async () => {
    const id = await createPayment({ isDebit: true, behaviour: 'refuse-refund' })
    const sent = await client.send(command(id, { kind: 'refund' }))
    expect(sent.result).toMatchObject({ outcome: 'refused', refusal: { code: '800.100.152' } })
  })

  it('known defect 2: a call that hangs ends in time, and its outcome is unknown', async () => {
    const id = await createPayment()
    const match = { operation: 'capture' }
    await sandbox.fault({ match, action: { type: 'hang', when: 'after' } })
    const settings = oppwaSettings.parse(SECRET)
    const session = new OppwaSession({ baseUrl: `${sandbox.url}/oppwa` }, settings)
    const form = `entityId=${DEMO_ENTITY}&paymentType=CP&amount=60.00&currency=EUR`
    const response = await session.post(`/v1/payments/${id}`, form, 200, () => Infinity)
    expect(interpretResponse(REQUESTED, response, settings).outcome).toBe('unknown')
  })

  it.each(['000.600.000', '000.300.000', '000.400.110'])(
    'known defect 3: %s is a success, by pattern and not by a list',
    (text) => {
      expect(interpret(code(text)).outcome).toBe('done')
    },
  )

  it('known defect 4: reasons of chargebacks are no success', () => {
    for (const text of ['000.100.200', '000.100.203', '000.100.211', '000.100.299']) {
      expect(interpret(code(text)).outcome).not.toBe('done')
    }
  })

  it('known defect 5: a result to review is done, and flagged', async () => {
    expect(interpret(code('000.400.050')).outcome).toBe('done')
    const read = await client.readTransaction({
      providerTransactionId: await createPayment({ code: '000.400.050' }),
      orderReference: null,
    })
    expect(read).toMatchObject({ ok: true, snapshot: { phase: 'open' } })
    if (read.ok) expect(read.snapshot.paymentDetails[0]?.label).toBe('Review')
  })

  it('known defect 6: a failed automatic reversal is unknown, not a review', () => {
    expect(interpret(code('000.400.030')).outcome).toBe('unknown')
  })

  it('known defect 7: a success of a test mode moves no money on a live account', () => {
    expect(interpret(code('000.100.110'), 200, 'live')).toMatchObject({
      outcome: 'refused',
      refusal: {
        code: 'test_mode_only',
        message: expect.stringContaining('test mode') as string,
      },
    })
    expect(interpret(code('000.000.000'), 200, 'live').outcome).toBe('done')
  })

  it('known defect 8: answers without id, amount or anything but a code are understood', () => {
    const nothing = {
      id: undefined,
      paymentType: undefined,
      amount: undefined,
      currency: undefined,
    }
    const result = {
      code: '200.300.404',
      description: 'Invalid or missing parameter',
      parameterErrors: [{ name: 'amount', value: null, message: 'may not be empty' }],
    }
    expect(interpret({ ...nothing, result }, 400)).toMatchObject({
      outcome: 'refused',
      refusal: { message: 'Invalid or missing parameter (amount may not be empty)' },
    })
    const forced = { customParameters: { forceResultCode: '800.100.151' } }
    expect(interpret({ ...nothing, ...forced, ...code('800.100.151') }).outcome).toBe('refused')
  })

  it('known defect 22: a brake is no decline: nothing was done', () => {
    expect(interpret(code('800.120.100'), 400).outcome).toBe('not_sent')
    expect(interpret(code('800.100.151'), 429).outcome).toBe('not_sent')
    const response = { kind: 'answer', status: 429, headers: {}, body: '<html>' } as const
    expect(interpretResponse(REQUESTED, response, { environment: 'test' }).outcome).toBe('not_sent')
  })

  it('known defect 26: the code is read whatever the HTTP status', () => {
    expect(interpret(code('700.400.100'), 400)).toMatchObject({ refusal: { code: '700.400.100' } })
    expect(interpret(code('000.100.110'), 400).outcome).toBe('done')
  })
})

describe('OPPWA: a success', () => {
  it('agrees with the request', () => {
    const success = code('000.100.110')
    expect(interpret({ ...success, referencedId: 'pa-1' }).outcome).toBe('done')
    expect(interpret({ ...success, merchantTransactionId: 'cap-1001-1' }).outcome).toBe('done')
  })

  it.each([
    [{ amount: '60.01' }],
    [{ amount: '60.0001' }],
    [{ amount: undefined }],
    [{ currency: 'SEK' }],
    [{ paymentType: 'RF' }],
    [{ id: 'pa-1' }],
    [{ id: 'cp-0' }],
    [{ id: undefined }],
    [{ referencedId: 'pa-2' }],
    [{ merchantTransactionId: 'cap-1001-2' }],
  ])('with %j is not believed', (change) => {
    expect(interpret({ ...code('000.100.110'), ...change }).outcome).toBe('unknown')
  })
})

describe('OPPWA: a pending result', () => {
  const PROMISE = { amount: undefined, currency: undefined, ...code('800.400.502') }

  it.each([[{}], [{ id: undefined }], [{ paymentType: undefined }], [{ amount: '60.00' }]])(
    'with %j is pending',
    (change) => {
      expect(interpret({ ...PROMISE, ...change }).outcome).toBe('pending')
    },
  )

  it.each([
    [{ referencedId: 'pa-2' }],
    [{ referencedId: 'pa-2', id: undefined }],
    [{ merchantTransactionId: 'cap-1001-2' }],
    [{ paymentType: 'RF' }],
    [{ id: 'cp-0' }],
    [{ amount: '60.01' }],
    [{ currency: 'SEK' }],
  ])('with %j is not believed', (change) => {
    expect(interpret({ ...PROMISE, ...change }).outcome).toBe('unknown')
  })
})
