import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Provider } from '@/lib/domain/provider/provider'
import { startSandbox, type Sandbox } from '@/sandbox/server'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { AMOUNT_MINOR, ContractPayment, clientAt, PART_MINOR } from './contract-payment'
import { faultOf, type FaultName, type Participant } from './participant'
import { BAMBORA_CHECKOUT } from './providers/bambora-checkout'
import { BAMBORA_NATIVE } from './providers/bambora-native'
import { DINTERO } from './providers/dintero'
import { OPPWA } from './providers/oppwa'

const PARTICIPANTS: Readonly<Record<Provider, Participant>> = {
  dintero: DINTERO,
  'bambora-native': BAMBORA_NATIVE,
  'bambora-checkout': BAMBORA_CHECKOUT,
  oppwa: OPPWA,
}
const CASE_LIMIT_MS = 30_000

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, dataDir: null, seed: false })
  const settings = { databaseUrl: 'postgres://unused@127.0.0.1:1/none', port: 3000 }
  const secrets = { encryptionKey: randomSecret(), authSecret: randomSecret() }
  const environment = { ...settings, ...secrets, sandboxUrl: sandbox.url, logLevel: 'silent' }
  Object.assign(process.env, appEnvironment(environment))
})
afterAll(() => sandbox.close())

/** Responses that contradict the request or cannot be read. */
const CONTRADICTIONS = [
  'not JSON',
  'HTML instead of JSON',
  'an empty body',
  'half a body',
  'another amount',
  'another currency',
  'another payment',
  'an undocumented status',
] as const

describe.each(Object.values(PARTICIPANTS))(
  'contract: $provider',
  { timeout: CASE_LIMIT_MS },
  (participant) => {
    operationCases(participant)
    faultCases(participant)
    stateCases(participant)
  },
)

function start(participant: Participant, isCaptured = false): Promise<ContractPayment> {
  return ContractPayment.start(participant, sandbox.url, isCaptured)
}

/** Adds a case that needs a fault; a provider that can never have the fault gives the reason. */
function withFault(
  participant: Participant,
  name: FaultName,
  claim: string,
  check: (payment: ContractPayment) => Promise<void>,
): void {
  const fault = faultOf(participant, name)
  if ('never' in fault) {
    it.skip(`${name}: never, ${fault.never}`)
    return
  }
  it(`${name}: ${claim}`, async () => {
    const payment = await start(participant)
    await payment.fault(name)
    await check(payment)
  })
}

function operationCases(participant: Participant): void {
  it('connection: works with and without a slash at the end of its address', async () => {
    const { paymentId } = await start(participant)
    for (const end of ['', '/', '//']) {
      const client = clientAt(participant, sandbox.url + participant.account.path + end)
      expect(await client.checkConnection()).toEqual({ ok: true })
      const locator = { providerTransactionId: paymentId, orderReference: paymentId }
      expect(await client.readTransaction(locator)).toMatchObject({ ok: true })
    }
  })

  it('connection: a payment that makes no sense is no matter of the credentials (A5)', async () => {
    const { client, alterAllReads } = await start(participant)
    await alterAllReads({ currency: 'kroner' })
    expect(await client.checkConnection()).toEqual({ ok: true })
  })

  it('full capture: succeeds and returns the payment', async () => {
    const payment = await start(participant)
    expect(await payment.send('capture', AMOUNT_MINOR)).toMatchObject({
      outcome: 'succeeded',
      snapshot: {
        providerTransactionId: payment.paymentId,
        phase: 'open',
        totals: { authorizedMinor: AMOUNT_MINOR, capturedMinor: AMOUNT_MINOR },
      },
    })
    await payment.expectOneCapture()
  })

  it('partial capture: takes exactly its amount', async () => {
    const payment = await start(participant)
    expect(await payment.send('capture', PART_MINOR)).toMatchObject({
      outcome: 'succeeded',
      snapshot: { totals: { capturedMinor: PART_MINOR } },
    })
    await payment.expectOneCapture(PART_MINOR)
  })

  it('refund: returns its amount', async () => {
    const payment = await start(participant, true)
    expect(await payment.send('refund', PART_MINOR)).toMatchObject({
      outcome: 'succeeded',
      snapshot: { totals: { capturedMinor: AMOUNT_MINOR, refundedMinor: PART_MINOR } },
    })
    expect(await payment.ledger()).toMatchObject({ refunded: PART_MINOR, refunds: 1 })
    expect(await payment.calls('refund')).toBe(1)
  })

  it('void: releases everything', async () => {
    const payment = await start(participant)
    expect(await payment.send('void', AMOUNT_MINOR)).toMatchObject({
      outcome: 'succeeded',
      snapshot: { totals: { capturedMinor: 0, releasedMinor: AMOUNT_MINOR } },
    })
    expect(await payment.ledger()).toMatchObject({ released: true, voids: 1, captured: 0 })
  })
}

function faultCases(participant: Participant): void {
  withFault(participant, 'refusal', 'has a message, and nothing happened', async (payment) => {
    const result = await payment.send('capture', AMOUNT_MINOR)
    expect(result.outcome).toBe('refused')
    expect(result.outcome === 'refused' && result.refusal.message).toMatch(/\w+ \w+/)
    await payment.expectNoEffect()
  })

  withFault(
    participant,
    'lost before the effect',
    'is unknown, and a read shows no capture',
    async (payment) => {
      expect((await payment.send('capture', AMOUNT_MINOR)).outcome).toBe('unknown')
      expect((await payment.read()).totals.capturedMinor).toBe(0)
      await payment.expectNoEffect()
    },
  )

  withFault(
    participant,
    'lost after the effect',
    'is unknown, and a read shows the capture',
    async (payment) => {
      expect((await payment.send('capture', AMOUNT_MINOR)).outcome).toBe('unknown')
      expect((await payment.read()).totals.capturedMinor).toBe(AMOUNT_MINOR)
      await payment.expectOneCapture()
    },
  )

  for (const name of CONTRADICTIONS) {
    withFault(participant, name, 'is unknown, and nothing is sent again', async (payment) => {
      expect((await payment.send('capture', AMOUNT_MINOR)).outcome).toBe('unknown')
      await payment.expectOneCapture()
    })
  }
}

function stateCases(participant: Participant): void {
  it('undocumented payment status: is not treated as open', async () => {
    const payment = await start(participant)
    const providerStatus = await payment.alterStatus()
    expect(await payment.read()).toMatchObject({ phase: 'unknown', providerStatus })
  })

  withFault(
    participant,
    'accepted for later',
    'is pending until a read shows it',
    async (payment) => {
      expect((await payment.send('capture', AMOUNT_MINOR)).outcome).toBe('pending')
      while ((await payment.ledger()).captures === 0) await sleep(20)
      expect((await payment.read()).totals.capturedMinor).toBe(AMOUNT_MINOR)
      await payment.expectOneCapture()
    },
  )

  it('repeated capture: is refused and happens once', async () => {
    const payment = await start(participant)
    const command = payment.command('capture', AMOUNT_MINOR)
    expect((await payment.client.send(command)).result.outcome).toBe('succeeded')
    expect((await payment.client.send(command)).result.outcome).toBe('refused')
    expect(await payment.ledger()).toMatchObject({ captured: AMOUNT_MINOR, captures: 1 })
  })

  const { absentPayment = 'refused' } = participant
  it(`payment that does not exist: is not found, and a send is ${absentPayment}`, async () => {
    const payment = await start(participant)
    const command = payment.command('capture', AMOUNT_MINOR, 'no-such-payment')
    const read = await payment.client.readTransaction(command.transaction)
    expect(read).toMatchObject({ ok: false, problem: 'not_found' })
    expect((await payment.client.send(command)).result.outcome).toBe(absentPayment)
    expect(await payment.calls('capture')).toBe(absentPayment === 'not_sent' ? 0 : 1)
  })

  withFault(
    participant,
    'an expired token',
    'is renewed once, and the capture happens once',
    async (payment) => {
      expect((await payment.send('capture', AMOUNT_MINOR)).outcome).toBe('succeeded')
      expect(await payment.ledger()).toMatchObject({ captured: AMOUNT_MINOR, captures: 1 })
      expect([await payment.calls('token'), await payment.calls('capture')]).toEqual([2, 2])
    },
  )

  withFault(participant, 'too many requests', 'means that nothing was sent', async (payment) => {
    expect((await payment.send('capture', AMOUNT_MINOR)).outcome).toBe('not_sent')
    await payment.expectNoEffect()
  })
}
