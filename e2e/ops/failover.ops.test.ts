import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '@/scripts/application/build'
import { anyFreePort } from '@/scripts/ports'
import { startInstance, type Instance } from '@/testing/application-instance'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { CaptureAction } from '@/testing/over-http/capture-action'
import { makeOpenPayments } from '@/testing/over-http/open-payments'
import { signIn } from '@/testing/over-http/sign-in'
import { HOST, startNginx, type Proxy } from './proxies'

const PAYMENTS = 40
const PEOPLE = 6
/** Captures after which an instance is stopped, in the middle of the others. */
const STOPPED_AFTER = 10
const PROVIDER_MS = 300
const OPEN = ['intended', 'sending', 'pending', 'unknown']

let merchant: TestMerchant
let proxy: Proxy
let ports: readonly [number, number]

beforeAll(async () => {
  await ensureBuilt()
  merchant = await startTestMerchant()
  ports = [await anyFreePort(), await anyFreePort()]
  proxy = await startNginx(ports)
  await merchant.sandbox.control.addFault({
    match: { operation: 'capture' },
    times: null,
    action: { type: 'delay', afterMs: PROVIDER_MS },
  })
}, 900_000)
afterAll(async () => {
  await proxy.stop()
  await merchant.stop()
})

function start(port: number): Promise<Instance> {
  const environment = {
    NEXTAUTH_URL: `https://${HOST}`,
    PAYDESK_DRAIN_SECONDS: '1',
  }
  return startInstance(merchant, { port, environment })
}

/** Some people capture at once; one instance gets a signal among their captures. */
async function captureDuring(stopped: Instance, signal: NodeJS.Signals) {
  const door = { url: `https://${HOST}`, dispatcher: proxy.open() }
  const cookie = await signIn(door, 'staff@paydesk.example', 'paydesk-demo')
  const action = new CaptureAction(door)
  const payments = await makeOpenPayments(merchant, PAYMENTS)
  const left = [...payments]
  const results: string[] = []
  const work = async () => {
    for (let payment = left.pop(); payment !== undefined; payment = left.pop()) {
      const captured = await action.capture(payment, cookie).catch(() => ({ state: 'no answer' }))
      results.push(captured.state)
      if (results.length === STOPPED_AFTER) stopped.process.kill(signal)
    }
  }
  await Promise.all(Array.from({ length: PEOPLE }, work))
  return { ids: payments.map(({ id }) => id), results }
}

interface CapturedPayment extends Record<string, unknown> {
  readonly id: string
  readonly providerId: string
  readonly states: readonly string[]
}

function readPayments(ids: readonly string[]): Promise<readonly CapturedPayment[]> {
  return merchant.database.run((db) =>
    db.execute<CapturedPayment>(sql`
      select id, provider_transaction_id as "providerId", (
        select coalesce(json_agg(state), '[]') from operations where transaction_id = transactions.id
      ) as states
      from transactions where id = any(${`{${ids.join(',')}}`}::uuid[])`),
  )
}

/** Payments whose operations are not settled yet. */
async function unsettled(ids: readonly string[]): Promise<number> {
  const all = await readPayments(ids)
  return all.filter(({ states }) => states.some((state) => OPEN.includes(state))).length
}

/** Each payment was captured at the provider as often as Paydesk says: once or never. */
async function expectSameInLedger(ids: readonly string[]): Promise<number> {
  const totals = await merchant.sandbox.control.totals()
  let captured = 0
  for (const { providerId, states } of await readPayments(ids)) {
    const ledger = totals.find(({ id }) => id === providerId)
    const times = ledger?.operations.filter(({ event }) => event === 'CAPTURE').length
    expect(times).toBe(states.filter((state) => state === 'succeeded').length)
    expect(times).toBeLessThanOrEqual(1)
    captured += times ?? 0
  }
  return captured
}

it('one of two instances is drained: no capture fails, none is made twice', async () => {
  const [first, second] = await Promise.all([start(ports[0]), start(ports[1])])
  const { ids, results } = await captureDuring(first, 'SIGTERM')
  expect(results).toEqual(Array<string>(PAYMENTS).fill('succeeded'))
  expect(await first.ended).toBe(0)
  expect(await expectSameInLedger(ids)).toBe(PAYMENTS)
  second.process.kill('SIGTERM')
  await second.ended
}, 300_000)

it('one of two instances is killed: what had no answer settles, none is made twice', async () => {
  const [first, second] = await Promise.all([start(ports[0]), start(ports[1])])
  const { ids, results } = await captureDuring(first, 'SIGKILL')
  const unanswered = results.filter((state) => state !== 'succeeded')
  expect(unanswered.length).toBeGreaterThan(0)
  expect(unanswered.length).toBeLessThanOrEqual(PEOPLE)
  const beganMs = performance.now()
  while ((await unsettled(ids)) > 0 && performance.now() - beganMs < 240_000) await pause(500)
  expect(await unsettled(ids)).toBe(0)
  const captured = await expectSameInLedger(ids)
  expect(captured).toBeGreaterThanOrEqual(PAYMENTS - unanswered.length)
  const seconds = Math.round((performance.now() - beganMs) / 1_000)
  console.log(
    `killed: ${unanswered.length} without an answer, settled after ${seconds} s, ${captured} captured`,
  )
  second.process.kill('SIGTERM')
  await second.ended
}, 420_000)
