import type { SandboxControl } from '@/testing/sandbox-control'
import { spread, type Spread } from '../support/statistics'
import type { SignedInPeople } from './action-layer'
import type { Payments } from './payments'

export interface OwnTime {
  /** From the click to the response of the server action. */
  readonly captureMs: Spread
  /** Time of the sandbox for the call within it. */
  readonly sandboxMs: Spread
  /** The difference of each capture: the time that the application adds. */
  readonly ownMs: Spread
}

/** One user captures one payment after the other; the sandbox's time is subtracted from each. */
export async function measureOwnTime(
  people: SignedInPeople,
  payments: Payments,
  control: SandboxControl,
  count: number,
): Promise<OwnTime> {
  const captureMs: number[] = []
  await control.clearCalls()
  for (const payment of payments.take(count)) {
    const clickedMs = performance.now()
    const state = await people.capture(payment, 0)
    if (state !== 'succeeded') throw new Error(`it ended as ${state}`)
    captureMs.push(performance.now() - clickedMs)
  }
  const calls = (await control.calls()).filter((call) => call.operation === 'capture')
  if (calls.length !== count) throw new Error(`the sandbox saw ${calls.length} captures`)
  const sandboxMs = calls.map((call) => call.durationMs ?? 0)
  const ownMs = captureMs.map((ms, index) => ms - (sandboxMs[index] ?? 0))
  return {
    captureMs: spread(captureMs, 2),
    sandboxMs: spread(sandboxMs, 2),
    ownMs: spread(ownMs, 2),
  }
}
