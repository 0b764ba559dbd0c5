import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { describeRefusal } from '@/lib/i18n/describe-refusal'
import { i18nFor } from '@/lib/i18n/i18n'
import type { Settings } from '@/sandbox/bambora-native/settings'
import { DEFAULT_SETTINGS } from '@/sandbox/bambora-native/settings'
import type { PaymentTotals } from '@/sandbox/bambora-native/control/list-totals'
import { TestSandbox } from '@/sandbox/testing/test-sandbox'
import type { OperationCommand, ProviderClient, ReadResult } from '../port'
import { createBamboraNativeClient } from '.'

const { t } = i18nFor('en', 'Europe/Oslo')

const MERCHANT = 'T555000111'
let sandbox: TestSandbox

beforeAll(async () => {
  sandbox = await TestSandbox.start()
})
afterAll(() => sandbox.close())
afterEach(async () => {
  await sandbox.control('DELETE', 'faults')
  await sandbox.control('DELETE', 'calls')
  await set(DEFAULT_SETTINGS)
})

async function set(settings: Partial<Settings>): Promise<void> {
  await sandbox.control('PUT', 'bambora-native/settings', settings)
}

function connect(change: { accountId?: string; path?: string; clientId?: string } = {}) {
  const clientId = change.clientId ?? 'native-demo'
  return createBamboraNativeClient({
    connectionId: randomUUID(),
    accountId: change.accountId ?? MERCHANT,
    baseUrl: `${sandbox.url}${change.path ?? '/bambora-native/v1'}`,
    secret: { clientId, clientSecret: `${clientId}-secret` },
  })
}

async function createPayment(options: object = {}): Promise<string> {
  const { id } = await sandbox.control<{ id: string }>(
    'POST',
    'bambora-native/transactions',
    options,
  )
  return id
}

function commandFor(reference: string, change: Partial<OperationCommand> = {}): OperationCommand {
  const operationId = randomUUID()
  return {
    kind: 'capture',
    method: 'card.visa',
    amountMinor: 100_000,
    currency: 'NOK',
    transaction: { providerTransactionId: reference, orderReference: reference },
    lines: [],
    newItems: null,
    reason: null,
    operationId,
    reference: `pd-${operationId.replaceAll('-', '')}`,
    sendBeforeMs: () => performance.now() + 30_000,
    ...change,
  }
}

function read(client: ProviderClient, reference: string): Promise<ReadResult> {
  return client.readTransaction({ providerTransactionId: reference, orderReference: reference })
}

async function truth(reference: string): Promise<PaymentTotals | undefined> {
  const all = await sandbox.control<PaymentTotals[]>('GET', 'bambora-native/totals')
  return all.find(({ id }) => id === reference)
}

async function callsTo(operation: string): Promise<number> {
  return (await sandbox.calls()).filter((call) => call.operation === operation).length
}

describe('Bambora Native: known defects of other clients', () => {
  it.each(['not-found', 'redirect'] as const)(
    '1: a URL without its last slash (%s): every URL has it',
    async (missingSlash) => {
      await set({ missingSlash })
      const reference = await createPayment()
      const client = connect()
      expect((await client.send(commandFor(reference))).result.outcome).toBe('succeeded')
      expect(await read(client, reference)).toMatchObject({ ok: true })
      const paths = (await sandbox.calls()).filter(({ operation }) => operation !== 'token')
      expect(paths.every(({ path }) => path.endsWith('/'))).toBe(true)
      const bare = `${sandbox.url}/bambora-native/v1/merchants/${MERCHANT}/payments/${reference}`
      const status = missingSlash === 'redirect' ? 301 : 404
      expect((await fetch(bare, { redirect: 'manual' })).status).toBe(status)
    },
  )

  it.each(['a/b', 'a b', '100%', '%2F', 'Blåbær-日本', '../x', '?q#f', 'x'.repeat(2_000)])(
    '2: a reference that is no plain word (%#) is encoded once and comes back whole',
    async (reference) => {
      await createPayment({ reference })
      const client = connect()
      expect(await read(client, reference)).toMatchObject({
        ok: true,
        snapshot: { providerTransactionId: reference },
      })
      expect((await client.send(commandFor(reference))).result.outcome).toBe('succeeded')
    },
  )

  it('3: the header API-Version is forgotten: without it nothing works, so it is always sent', async () => {
    const reference = await createPayment()
    const url = `${sandbox.url}/bambora-native/v1/merchants/${MERCHANT}/payments/${reference}/`
    expect((await fetch(url)).status).toBe(400)
    expect(await read(connect(), reference)).toMatchObject({ ok: true })
  })

  it('4: a token that ends midway is renewed once, and the operation is done once', async () => {
    const reference = await createPayment()
    const client = connect()
    await read(client, reference)
    await sandbox.fault({ match: { operation: 'capture' }, action: { type: 'expire-token' } })
    expect((await client.send(commandFor(reference))).result.outcome).toBe('succeeded')
    expect(await callsTo('token')).toBe(2)
    expect(await truth(reference)).toMatchObject({ captures: 1 })
  })

  it('5: many calls at once ask for one token', async () => {
    const reference = await createPayment()
    const client = connect()
    await Promise.all(Array.from({ length: 8 }, () => read(client, reference)))
    expect(await callsTo('token')).toBe(1)
  })

  it('5b: a token without a lifetime is cached all the same', async () => {
    await set({ includesTokenLifetime: false })
    const reference = await createPayment()
    const client = connect()
    await read(client, reference)
    await read(client, reference)
    expect(await callsTo('token')).toBe(1)
  })

  it('6: 201 is a success, not a failure', async () => {
    const { result, httpExchange } = await connect().send(commandFor(await createPayment()))
    expect([result.outcome, httpExchange.status]).toEqual(['succeeded', 201])
  })

  it('7: 402 is a refusal in words, not a crash', async () => {
    const reference = await createPayment({ behaviour: 'refuse-capture' })
    const { result } = await connect().send(commandFor(reference))
    if (result.outcome !== 'refused') throw new Error(result.outcome)
    expect(result.refusal.code).toBe('cannot_capture')
    expect(describeRefusal(t, result.refusal)).toBe('The capture was refused.')
  })

  it('8: 409 is read again and repeated while it is still possible, at most three times', async () => {
    const reference = await createPayment({ lockedMs: 300 })
    expect((await connect().send(commandFor(reference))).result.outcome).toBe('succeeded')
    expect(await truth(reference)).toMatchObject({ captures: 1 })
    const busy = await createPayment({ behaviour: 'busy' })
    await sandbox.control('DELETE', 'calls')
    expect((await connect().send(commandFor(busy))).result).toMatchObject({
      outcome: 'not_sent',
      message: { code: 'busy' },
    })
    expect([await callsTo('capture'), await callsTo('read')]).toEqual([4, 3])
  })

  it('8b: 409 is not repeated once another request has taken the requested amount', async () => {
    const reference = await createPayment({ lockedMs: 60_000, amount: 500 })
    await sandbox.control('DELETE', 'calls')
    const { result } = await connect().send(commandFor(reference))
    expect(result.outcome).toBe('not_sent')
    expect(await callsTo('capture')).toBe(1)
  })

  it('9: 422 leaves a read that shows the true state', async () => {
    const reference = await createPayment({ status: 'Canceled' })
    const client = connect()
    expect((await client.send(commandFor(reference))).result).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'invalid_payment_state_transition' },
    })
    expect(await read(client, reference)).toMatchObject({
      snapshot: { totals: { releasedMinor: 100_000 } },
    })
  })

  it('10: a cancel without an amount is understood', async () => {
    const { result } = await connect().send(commandFor(await createPayment(), { kind: 'void' }))
    expect(result).toMatchObject({
      outcome: 'succeeded',
      snapshot: { totals: { releasedMinor: 100_000 } },
    })
  })

  it('11: a locked payment is shown as busy', async () => {
    const reference = await createPayment({ lockedMs: 60_000 })
    const busy = { label: 'Busy', value: 'Another request is changing it' }
    const payment = await read(connect(), reference)
    expect(payment.ok && payment.snapshot.paymentDetails).toContainEqual(busy)
  })

  it.each(['operations', 'captures'] as const)(
    '12: the shape with %s gives the same payment, and all operations work on it',
    async (shape) => {
      await set({ shape })
      const client = connect()
      const [one, other] = [await createPayment(), await createPayment()]
      const captured = await client.send(commandFor(one, { amountMinor: 60_000 }))
      expect(captured.result).toMatchObject({
        outcome: 'succeeded',
        snapshot: { amountMinor: 100_000, totals: { capturedMinor: 60_000 } },
      })
      const back = commandFor(one, { kind: 'refund', amountMinor: 25_000 })
      expect((await client.send(back)).result.outcome).toBe('succeeded')
      const voided = commandFor(other, { kind: 'void' })
      expect((await client.send(voided)).result.outcome).toBe('succeeded')
      expect(await truth(one)).toMatchObject({ captured: 60_000, refunded: 25_000 })
      expect(await truth(other)).toMatchObject({ released: true })
    },
  )

  it('13: what was done in the portal is not seen, and every payment says so', async () => {
    const reference = await createPayment()
    const path = `bambora-native/transactions/${reference}/portal`
    await sandbox.control('POST', path, { operation: 'capture' })
    expect(await truth(reference)).toMatchObject({ captured: 100_000 })
    const payment = await read(connect(), reference)
    expect(payment).toMatchObject({ snapshot: { totals: { capturedMinor: 0 } } })
    expect(payment.ok && payment.snapshot.historyGaps).toContain('portal')
  })

  it('14: a partial refund without a response is never sent again, and its comment finds it', async () => {
    const reference = await createPayment({ status: 'Captured' })
    const client = connect()
    await sandbox.fault({ match: { operation: 'refund' }, action: { type: 'drop' } })
    const command = commandFor(reference, { kind: 'refund', amountMinor: 2_500 })
    expect((await client.send(command)).result.outcome).toBe('unknown')
    expect(await callsTo('refund')).toBe(1)
    const payment = await read(client, reference)
    expect(payment.ok && payment.snapshot.events.at(-1)).toMatchObject({
      kind: 'refund',
      amountMinor: 2_500,
      reference: command.reference,
    })
  })

  it('15: a problem’s type that ends in a blank is still known', async () => {
    await set({ typeEndsInBlank: true })
    const reference = await createPayment({ behaviour: 'refuse-capture' })
    expect((await connect().send(commandFor(reference))).result).toMatchObject({
      refusal: { code: 'cannot_capture' },
    })
  })

  it('16: a refused cancel that calls itself a refused authorization is a refusal', async () => {
    await set({ cancelRefusal: 'cannot_authorize' })
    const reference = await createPayment({ behaviour: 'refuse-cancel' })
    const { result } = await connect().send(commandFor(reference, { kind: 'void' }))
    expect(result).toMatchObject({ outcome: 'refused', refusal: { code: 'cannot_authorize' } })
  })

  it('17: a capture of nothing would use up the only capture, so it never leaves', async () => {
    const reference = await createPayment()
    const { result } = await connect().send(commandFor(reference, { amountMinor: 0 }))
    expect(result.outcome).toBe('not_sent')
    expect(await callsTo('capture')).toBe(0)
  })

  it('18: 201 with an operation that did not succeed is a refusal', async () => {
    const reference = await createPayment({ behaviour: 'refuse-capture-201' })
    expect((await connect().send(commandFor(reference))).result.outcome).toBe('refused')
  })

  it('19: comments that do not come back: a response is understood, a missing one proves nothing', async () => {
    await set({ echoesComment: false })
    const client = connect()
    const reference = await createPayment()
    expect((await client.send(commandFor(reference))).result.outcome).toBe('succeeded')
    const unanswered = await createPayment()
    await sandbox.fault({ match: { operation: 'capture' }, action: { type: 'drop' } })
    expect((await client.send(commandFor(unanswered))).result.outcome).toBe('unknown')
    const payment = await read(client, unanswered)
    expect(payment.ok && payment.snapshot.events.at(-1)?.reference).toBeNull()
    expect(client.features.echoesReference).toEqual([])
  })
})

describe('Bambora Native: the test of a connection', () => {
  it('passes without touching a payment', async () => {
    expect(await connect().checkConnection()).toEqual({ ok: true })
  })

  it.each([
    ['credentials that do not exist', { clientId: 'nobody' }, 'unauthorized', 'did not accept'],
    [
      'credentials that may only read',
      { clientId: 'native-reader' },
      'unauthorized',
      'may not capture',
    ],
    [
      'another’s merchant number',
      { accountId: 'T555000222' },
      'unauthorized',
      'does not have the right',
    ],
    ['a wrong path', { path: '/bambora-native/v2' }, 'wrong_account', 'no Native payments API'],
  ])('fails in words for %s', async (_, change, problem, words) => {
    const check = await connect(change).checkConnection()
    expect(check).toMatchObject({ ok: false, problem })
    expect(!check.ok && check.message).toContain(words)
  })

  it.each([400, 401] as const)('reads a token refusal with %i', async (tokenRefusalStatus) => {
    await set({ tokenRefusalStatus })
    const check = await connect({ clientId: 'nobody' }).checkConnection()
    expect(check).toMatchObject({ ok: false, problem: 'unauthorized' })
  })
})
