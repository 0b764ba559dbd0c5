import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { Agent, request } from 'undici'
import { startInstance, type Instance } from '@/testing/application-instance'
import { CaptureAction } from '@/testing/over-http/capture-action'
import { makeOpenPayments } from '@/testing/over-http/open-payments'
import { signIn } from '@/testing/over-http/sign-in'
import { startOwnMerchant } from '@/testing/own-merchant'

const DRAIN_SECONDS = 3
const PROVIDER_MS = 5_000
/** From the signal to the first question that it must have an effect on. */
const UNREADY_MS = 100

/** Reads an address by a connection that is kept for later. */
async function read({ url }: Instance, path: string, dispatcher: Agent) {
  const { statusCode, headers, body } = await request(url + path, { dispatcher })
  return { status: statusCode, connection: headers.connection, text: await body.text() }
}

test('stop: captures under way end, nobody is sent there any more, and the process is gone in time', async () => {
  const merchant = await startOwnMerchant()
  const environment = { PAYDESK_DRAIN_SECONDS: String(DRAIN_SECONDS) }
  const instance = await startInstance(merchant, { environment })
  try {
    const cookie = await signIn(instance, 'staff@paydesk.example', 'paydesk-demo')
    const [first, gone, late] = await makeOpenPayments(merchant, 3)
    if (!first || !gone || !late) throw new Error('there are too few payments')
    const action = new CaptureAction(instance)
    const kept = new Agent({ connections: 1, keepAliveTimeout: 60_000 })
    expect((await read(instance, '/api/health/ready', kept)).connection).toBe('keep-alive')
    await merchant.sandbox.control.addFault({
      match: { operation: 'capture' },
      times: null,
      action: { type: 'delay', beforeMs: PROVIDER_MS },
    })
    const captured = action.capture(first, cookie)
    // The browser of this one leaves before its answer.
    const leaving = new Agent()
    const left = new CaptureAction({ url: instance.url, dispatcher: leaving }).capture(gone, cookie)
    await sleep(1_000)
    await leaving.destroy()
    await expect(left).rejects.toThrow()

    const signalledMs = performance.now()
    instance.process.kill('SIGTERM')
    await sleep(UNREADY_MS)
    expect((await read(instance, '/api/health/ready', new Agent())).status).toBe(503)
    const answer = await read(instance, '/api/health/ready', kept)
    expect(answer).toEqual({
      status: 503,
      connection: 'close',
      text: '{"status":"unavailable","failing":["stopping"]}',
    })
    // The port is still open for what comes meanwhile.
    const during = await action.capture(late, cookie)
    expect([during.state, during.headers.connection]).toEqual(['succeeded', 'close'])
    const done = await captured
    expect([done.state, done.headers.connection]).toEqual(['succeeded', 'close'])
    expect(await instance.ended).toBe(0)
    const drainMs = performance.now() - signalledMs
    console.log(
      `ended ${Math.round(drainMs)} ms after SIGTERM, at a provider that took ${PROVIDER_MS} ms`,
    )
    expect(drainMs).toBeGreaterThan(PROVIDER_MS)
    expect(drainMs).toBeLessThan(34_000)
    await expect(read(instance, '/api/health/live', kept)).rejects.toThrow()

    const totals = await merchant.sandbox.control.totals({ touched: true })
    expect(totals.map(({ captured: amount }) => amount)).toEqual([100_000, 100_000, 100_000])
    expect((await merchant.reload(gone)).operations.map(({ state }) => state)).toEqual([
      'succeeded',
    ])
  } finally {
    instance.process.kill('SIGKILL')
    await merchant.stop()
  }
})
