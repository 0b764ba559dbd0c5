import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DEMO_ENTITY, DEMO_TOKEN, SEEDED_CHANNELS } from '@/sandbox/oppwa/channels'
import type { Payment } from '@/sandbox/oppwa/payment'
import type { Settings } from '@/sandbox/oppwa/settings'
import { TestSandbox } from '@/sandbox/testing/test-sandbox'
import { OppwaClient } from './client'
import { command } from './fixtures'
import { createOppwaClient } from './index'

const LIVE = SEEDED_CHANNELS.find(({ live }) => live)

let sandbox: TestSandbox

beforeAll(async () => {
  sandbox = await TestSandbox.start()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('POST', 'reset', {})
})

function clientOf(settings: object = {}, account: { entity?: string; baseUrl?: string } = {}) {
  const client = createOppwaClient({
    connectionId: 'c',
    accountId: account.entity ?? DEMO_ENTITY,
    baseUrl: account.baseUrl ?? `${sandbox.url}/oppwa`,
    secret: { accessToken: DEMO_TOKEN, environment: 'test', ...settings },
  })
  if (!(client instanceof OppwaClient)) throw new Error('another client')
  return client
}

function settings(set: Partial<Settings>): Promise<unknown> {
  return sandbox.control('PUT', 'oppwa/settings', set)
}

async function createPayment(options: object = {}): Promise<string> {
  const { id } = await sandbox.control<{ id: string }>('POST', 'oppwa/transactions', options)
  return id
}

async function entries(id: string): Promise<Payment[]> {
  return (await sandbox.control<{ entries: Payment[] }>('GET', `oppwa/transactions/${id}`)).entries
}

describe('OPPWA: the test of a connection', () => {
  it('passes with the right token and entity', async () => {
    expect(await clientOf().checkConnection()).toEqual({ ok: true })
  })

  it.each([
    ['a wrong token', { accessToken: 'wrong' }, {}, 'did not accept the access token'],
    ['an entity of another merchant', {}, { entity: LIVE?.entityId ?? '' }, 'Unknown channel'],
    ['something that is no entity id', {}, { entity: 'T11112222' }, '32 lower-case hex'],
    ['a second entity that is unknown', { otherEntityId: 'f'.repeat(32) }, {}, 'Unknown channel'],
    [
      'a test host for a live account',
      { environment: 'live' },
      { baseUrl: 'https://eu-test.oppwa.com' },
      'This is a test host',
    ],
    ['a live host for a test account', {}, { baseUrl: 'https://oppwa.com' }, 'This is a live host'],
  ])('says in words that it has %s', async (_, settings, account, words) => {
    const check = await clientOf(settings, account).checkConnection()
    expect(check.ok).toBe(false)
    if (!check.ok) expect(check.message).toContain(words)
  })

  it('says when the provider has not switched reports on', async () => {
    await settings({ reportsEnabled: false })
    const check = await clientOf().checkConnection()
    expect(check.ok ? '' : check.message).toContain('Ask the provider to enable reports')
  })

  it.each([
    ['live', 'test', '000.000.000', 'move real money'],
    ['test', 'live', '000.100.110', 'made in test mode'],
  ] as const)('finds a %s account that is said to be %s', async (_, environment, code, words) => {
    const accountId = LIVE?.entityId
    const account = { entity: accountId ?? '' }
    const client = clientOf({ environment, accessToken: LIVE?.token, dateSearch: true }, account)
    expect(await client.checkConnection()).toEqual({ ok: true })
    await createPayment({ accountId, code })
    const check = await client.checkConnection()
    expect(check).toMatchObject({ problem: 'wrong_account' })
    expect(check.ok ? '' : check.message).toContain(words)
  })

  it('says when there is no search by date', async () => {
    await settings({ dateSearch: false })
    const check = await clientOf({ dateSearch: true }).checkConnection()
    expect(check.ok ? '' : check.message).toContain('leave dateSearch off')
  })

  it('refuses settings that it does not understand', () => {
    expect(() => clientOf({ webhookKey: 'short' })).toThrow('64 hex characters')
    expect(() => clientOf({ multipleCapture: false })).toThrow('multipleCapture')
  })
})

describe('OPPWA: reads of a payment', () => {
  it('are two a minute: a third is not requested, and the provider never has to refuse', async () => {
    const client = clientOf()
    const locator = { providerTransactionId: await createPayment(), orderReference: null }
    expect((await client.readTransaction(locator)).ok).toBe(true)
    expect((await client.readTransaction(locator)).ok).toBe(true)
    const third = await client.readTransaction(locator)
    expect(third).toMatchObject({ ok: false, problem: 'unavailable' })
    const calls = await sandbox.calls()
    expect(calls.filter(({ operation }) => operation === 'read')).toHaveLength(2)
  })

  it('that the provider refuses are no proof of anything', async () => {
    const locator = { providerTransactionId: await createPayment(), orderReference: null }
    for (let round = 0; round < 2; round += 1) await clientOf().readTransaction(locator)
    for (const throttledStatus of [429, 400] as const) {
      expect(await clientOf().readTransaction(locator)).toMatchObject({ problem: 'unavailable' })
      await sandbox.control('PUT', 'oppwa/settings', { throttledStatus })
      for (let round = 0; round < 2; round += 1) await clientOf().readTransaction(locator)
    }
  })

  it('do not hold up a capture, refund or void: what was read last serves (E5)', async () => {
    const client = clientOf()
    const id = await createPayment()
    for (const amountMinor of [10_000, 20_000, 30_000]) {
      const sent = await client.send(command(id, { amountMinor }))
      expect(sent.result.outcome).toBe('succeeded')
    }
    const refund = await client.send(command(id, { kind: 'refund', amountMinor: 25_000 }))
    expect(refund.result).toMatchObject({
      outcome: 'succeeded',
      snapshot: { totals: { capturedMinor: 60_000, refundedMinor: 25_000 } },
    })
    const rest = await client.send(command(id, { kind: 'void', amountMinor: 40_000 }))
    expect(rest.result).toMatchObject({
      outcome: 'succeeded',
      snapshot: { totals: { releasedMinor: 40_000 } },
    })
    const calls = await sandbox.calls()
    expect(calls.filter(({ operation }) => operation === 'read')).toHaveLength(2)
  })

  it('that are used up by others leave the capture to refund to our own history (E5)', async () => {
    const id = await createPayment({ status: 'CAPTURED' })
    const [, capture] = await entries(id)
    await settings({ queriesPerMinute: 1 })
    await clientOf().readTransaction({ providerTransactionId: id, orderReference: null })
    const history = [
      {
        providerEventId: capture?.id ?? '',
        kind: 'capture',
        providerKind: 'CP',
        state: 'succeeded',
        amountMinor: 100_000,
      },
    ] as const
    const transaction = { providerTransactionId: id, orderReference: null, knownEvents: 2, history }
    const refund = command(id, { kind: 'refund', amountMinor: 40_000, transaction })
    const sent = await clientOf().send(refund)
    expect(sent.result).toMatchObject({ outcome: 'pending', message: { code: 'done_but_unseen' } })
    expect((await entries(id)).at(-1)).toMatchObject({ type: 'RF', referencedId: capture?.id })
    const unknown = command(id, { kind: 'refund', amountMinor: 1_000 })
    expect((await clientOf().send(unknown)).result).toMatchObject({
      outcome: 'not_sent',
      message: { code: 'capture_not_found_now' },
      retryAt: expect.any(String) as string,
    })
  })

  it('that have to wait say so, and for how long (E5)', async () => {
    const client = clientOf()
    const locator = { providerTransactionId: await createPayment(), orderReference: null }
    await client.readTransaction(locator)
    await client.readTransaction(locator)
    const waiting = { ok: false, waitMs: expect.any(Number) as number }
    expect(await client.readTransaction(locator)).toMatchObject(waiting)
    expect(await clientOf().readTransaction(locator)).toMatchObject(waiting)
  })
})

describe('OPPWA: reads and operations of a payment', () => {
  it.each<Partial<Settings>>([
    { listField: 'records' },
    { reportOrder: 'newest-first' },
    { referencedIdInResponses: false },
    { workflowFailureStatus: 200, declineStatus: 200 },
  ])('and operations work with %j', async (set) => {
    await settings(set)
    const client = clientOf({ queriesPerMinute: 100 })
    await settings({ queriesPerMinute: null })
    const id = await createPayment()
    const sent = await client.send(command(id, { amountMinor: 40_000 }))
    expect(sent.result).toMatchObject({
      outcome: 'succeeded',
      snapshot: { totals: { authorizedMinor: 100_000, capturedMinor: 40_000 } },
    })
    const tooMuch = await client.send(command(id))
    expect(tooMuch.result).toMatchObject({ outcome: 'refused', refusal: { code: '700.400.100' } })
  })
})

describe('OPPWA: the list', () => {
  it('of what changed holds payments to which something was added, however old, and no others', async () => {
    const createdAt = new Date(Date.now() - 40 * 86_400_000).toISOString()
    const [changed, untouched] = [
      await createPayment({ createdAt }),
      await createPayment({ createdAt }),
    ]
    await settings({ captureDays: null })
    const since = new Date(Date.now() - 60_000)
    await sandbox.control('POST', `oppwa/transactions/${changed}/portal`, { operation: 'capture' })
    const page = await clientOf({ dateSearch: true }).listTransactions?.(null, since)
    if (page?.ok !== true) throw new Error('there is no list')
    const totals = page.snapshots.map((one) => [
      one.providerTransactionId,
      one.totals.capturedMinor,
    ])
    expect(totals).toEqual([[changed, 100_000]])
    const all = await clientOf({ dateSearch: true }).listTransactions?.(null, null)
    const ids = all?.ok === true ? all.snapshots.map((one) => one.providerTransactionId) : []
    expect(ids).toContain(untouched)
  })
})

describe('OPPWA: operations', () => {
  it('void a part where the account can, with its amount', async () => {
    const id = await createPayment()
    const part = command(id, { kind: 'void', amountMinor: 30_000 })
    expect((await clientOf().send(part)).result.outcome).toBe('not_sent')
    await settings({ partialReversal: true })
    const sent = await clientOf({ partialReversal: true }).send(part)
    expect(sent.result).toMatchObject({ snapshot: { totals: { releasedMinor: 30_000 } } })
  })

  it('leave the rest alone after a capture where the account cannot void it', async () => {
    const id = await createPayment({ status: 'PARTIALLY_CAPTURED' })
    const rest = command(id, { kind: 'void', amountMinor: 50_000 })
    const sent = await clientOf({ reversesRest: false }).send(rest)
    expect(sent.result.outcome).toBe('not_sent')
    expect(await entries(id)).toHaveLength(2)
  })

  it('send nothing when the payment cannot be read, or is in another currency', async () => {
    const id = await createPayment()
    const match = { operation: 'read' }
    await sandbox.fault({ match, action: { type: 'status', status: 503 } })
    expect((await clientOf().send(command(id))).result.outcome).toBe('not_sent')
    const sent = await clientOf().send(command(id, { currency: 'USD' }))
    expect(sent.result).toMatchObject({
      outcome: 'not_sent',
      message: { code: 'in_other_currency', values: { currency: 'EUR' } },
    })
    expect(await entries(id)).toHaveLength(1)
  })

  it('send nothing for an amount that two decimals cannot say', async () => {
    const id = await createPayment({ currency: 'KWD', amount: 100_00 })
    const sent = await clientOf().send(command(id, { currency: 'KWD', amountMinor: 12_505 }))
    expect(sent.result.outcome).toBe('not_sent')
  })

  it('keep the test mode of the first payment', async () => {
    const id = await createPayment()
    await clientOf({ testMode: 'EXTERNAL' }).send(command(id))
    expect((await entries(id)).at(-1)).toMatchObject({ testMode: 'EXTERNAL', code: '000.100.112' })
  })

  it('leave the token out of the stored HTTP exchange', async () => {
    const sent = await clientOf().send(command(await createPayment()))
    expect(JSON.stringify(sent.httpExchange)).not.toContain(DEMO_TOKEN)
  })
})

describe('OPPWA: rebill, receipt and credit', () => {
  const twentyFive = { amountMinor: 25_00 }

  it('charge again behind a debit, and nothing else', async () => {
    const again = { ...twentyFive, kind: 'charge_again' } as const
    const id = await createPayment({ isDebit: true })
    const sent = await clientOf().send(command(id, again))
    expect(sent.result).toMatchObject({
      outcome: 'succeeded',
      snapshot: { totals: { authorizedMinor: 1_025_00, capturedMinor: 1_025_00 } },
    })
    const wrong = await clientOf().send(command(await createPayment(), again))
    expect(wrong.result).toMatchObject({ outcome: 'refused', refusal: { code: '700.400.000' } })
  })

  it('book a receipt on an authorization, which then counts as captured', async () => {
    const id = await createPayment({ method: 'oppwa.prepayment' })
    const client = clientOf()
    const sent = await client.send(command(id, { ...twentyFive, kind: 'confirm_receipt' }))
    expect(sent.result).toMatchObject({
      outcome: 'succeeded',
      snapshot: { totals: { capturedMinor: 25_00 } },
    })
    expect((await entries(id)).at(-1)).toMatchObject({ type: 'RC', hundredths: 25_00 })
  })

  it('pay out to the stored card only, and leave the payment as it is', async () => {
    const out = { ...twentyFive, kind: 'pay_out' } as const
    const id = await createPayment({ isDebit: true, storedCard: true })
    const sent = await clientOf().send(command(id, out))
    expect(sent.result).toMatchObject({
      outcome: 'succeeded',
      snapshot: { totals: { capturedMinor: 1_000_00, refundedMinor: 0 } },
    })
    expect(sent.httpExchange.requestBody).not.toContain('card')
    expect(sent.httpExchange.responseBody).toContain('"card":"[removed]"')
    expect(await entries(id)).toHaveLength(1)
    const without = await clientOf().send(command(await createPayment({ isDebit: true }), out))
    expect(without.result).toMatchObject({ outcome: 'not_sent' })
  })

  it.each([
    ['charge_again', 'rebill'],
    ['pay_out', 'credit'],
  ] as const)(
    '%s is unknown without an answer, and found by its reference',
    async (kind, operation) => {
      const id = await createPayment({ isDebit: true, storedCard: true })
      const unanswered = command(id, { ...twentyFive, kind })
      await sandbox.fault({ match: { operation }, action: { type: 'drop', when: 'after' } })
      expect((await clientOf().send(unanswered)).result.outcome).toBe('unknown')
      const read = await clientOf().readTransaction({
        ...unanswered.transaction,
        operationReference: unanswered.reference,
      })
      if (!read.ok) throw new Error(read.message)
      const reported = [...read.snapshot.events, ...(read.separateEvents ?? [])]
      expect(reported.at(-1)).toMatchObject({ reference: unanswered.reference, amountMinor: 25_00 })
    },
  )
})
