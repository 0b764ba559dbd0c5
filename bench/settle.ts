import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { PROVIDERS, type Provider } from '@/lib/domain/provider/provider'
import { runRepairLoop } from '@/lib/jobs/repair-loop'
import { startChild } from '@/scripts/processes/child'
import { exitAfterStopping, failAfterStopping, stopOnSignals } from '@/scripts/processes/shutdown'
import { inProject, projectFolder, runTypeScript } from '@/scripts/project'
import { ensureTestServer } from '@/scripts/testing/test-server'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { findSlow, type LossName } from './settle/bounds'
import { captureOrder, listSettled, makePayments, type Settled } from './settle/losses'
import type { CaptureOrder } from './settle/worker'
import { spread } from './support/statistics'

const KILLED_AT_ONCE = 10
/** Longer than any bound, so that what exceeds one is measured, too. */
const SETTLE_LIMIT_MS = 600_000
const START_LIMIT_MS = 60_000

/** Captures of one process, half of which take effect. */
interface Loss {
  readonly name: LossName
  readonly provider: Provider
  readonly order: CaptureOrder
}

/**
 * Measures the time until captures are settled whose response is lost, and those of a process that
 * is killed with ten of them on their way, by provider; half took effect. All run at the same time
 * with the limits of production, so that the slowest takes some five minutes. Fails where one took
 * longer than it may.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { count: { type: 'string', default: '10' } } })
  stopOnSignals({ exitCode: 130 })
  await ensureTestServer()
  const merchant = await startTestMerchant()
  const losses: Loss[] = []
  for (const provider of PROVIDERS) {
    losses.push(await prepare(merchant, 'response lost', provider, Number(values.count)))
    losses.push(await prepare(merchant, 'process killed', provider, KILLED_AT_ONCE))
  }
  const stop = new AbortController()
  void runRepairLoop(merchant.database, stop.signal)
  const measured = await Promise.all(losses.map((loss) => measure(merchant, loss)))
  stop.abort()
  console.log('| loss | provider | ended as | number | median s | max s |')
  console.log('| --- | --- | --- | --- | --- | --- |')
  const rows = measured.flat()
  for (const { name, provider, state, afterS } of rows) {
    const { count, p50, max } = afterS
    console.log(`| ${name} | ${provider} | ${state} | ${count} | ${p50} | ${max} |`)
  }
  console.log(JSON.stringify({ settle: rows }))
  const slow = findSlow(rows)
  for (const sentence of slow) console.error(sentence)
  await merchant.stop()
  await exitAfterStopping(slow.length > 0 ? 1 : 0)
}

/** Payments with the faults of their captures: the first half takes effect. */
async function prepare(
  merchant: TestMerchant,
  name: Loss['name'],
  provider: Provider,
  count: number,
): Promise<Loss> {
  const payments = await makePayments(merchant, provider, count)
  for (const [index, { providerTransactionId: transactionId }] of payments.entries()) {
    const when = index < count / 2 ? 'after' : 'before'
    await merchant.sandbox.control.addFault({
      match: { provider, operation: 'capture', transactionId },
      action: { type: name === 'response lost' ? 'drop' : 'hang', when },
    })
  }
  return { name, provider, order: captureOrder(await merchant.actor('admin'), payments) }
}

async function measure(merchant: TestMerchant, { name, provider, order }: Loss) {
  const killedAtMs = await capture(merchant, { name, provider, order })
  const settled = await untilSettled(merchant, order)
  const states = [...new Set(settled.map(({ state }) => state))]
  return states.map((state) => {
    const times = settled
      .filter((one) => one.state === state)
      .map((one) => timeOf(one, killedAtMs) / 1_000)
    return { name, provider, state, afterS: spread(times) }
  })
}

/** What took effect counts from the kill, since nothing could be settled before. */
function timeOf({ state, afterMs, settledAt }: Settled, killedAtMs: number | null): number {
  const isFromKill = killedAtMs !== null && state === 'succeeded'
  return isFromKill ? Date.parse(settledAt) - killedAtMs : afterMs
}

/** Captures in a process of its own; answers when that was killed, or null. */
async function capture(
  { sandbox: { control } }: TestMerchant,
  { name, provider, order }: Loss,
): Promise<number | null> {
  const child = startChild({
    name: 'captures',
    command: process.execPath,
    args: runTypeScript('bench/settle/worker.ts', [JSON.stringify(order)]),
    env: process.env,
    cwd: projectFolder,
    logFile: inProject('.cache', 'bench', 'settle.log'),
  })
  await child.firstLine((line) => (line === 'captures: begun' ? line : undefined), START_LIMIT_MS)
  if (name === 'response lost') return null
  const wasReceived = async () => {
    const hit = (await control.faults()).filter(({ hits, match, action }) => {
      const [first] = Array.isArray(action) ? action : [action]
      return hits > 0 && match.provider === provider && first?.type === 'hang'
    })
    return hit.length === order.captures.length
  }
  while (!(await wasReceived())) await sleep(50)
  process.kill(child.pid, 'SIGKILL')
  return Date.now()
}

async function untilSettled(merchant: TestMerchant, order: CaptureOrder) {
  const untilMs = performance.now() + SETTLE_LIMIT_MS
  for (;;) {
    const settled = await listSettled(merchant, order)
    if (settled.length === order.captures.length) return settled
    if (performance.now() > untilMs) throw new Error('Not all outcomes were found out in time.')
    await sleep(500)
  }
}

main().catch(failAfterStopping)
