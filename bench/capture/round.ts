import type { SandboxControl } from '@/testing/sandbox-control'
import { processTreeCpuMs } from '../support/process-cpu'
import type { Layer } from './layer'
import type { Payments } from './payments'
import type { Work } from './people'

/** Milliseconds of processor time per capture, by whose it is; null where it cannot be told. */
export interface Cpu {
  /** The process that captures: the application, or a level's own. */
  readonly processMs: number | null
  readonly databaseMs: number | null
  readonly sandboxMs: number | null
}

/** What was done in one round and what it cost. */
export interface Round extends Work {
  readonly cpu: Cpu
}

export interface RoundTools {
  readonly payments: Payments
  readonly control: SandboxControl
  readonly databasePid: number | null
  readonly sandboxPid: number
}

/** The most captures per second that any level could do; payments that are not used come back. */
const MOST_PER_SECOND = 4_000

/** One round of a level on fresh payments. */
export async function oneRound(
  tools: RoundTools,
  layer: Layer,
  roundMs: number,
  people: number,
): Promise<Round> {
  const { payments, control, databasePid, sandboxPid } = tools
  const most = Math.ceil((MOST_PER_SECOND * roundMs) / 1_000) + people
  const taken = payments.take(Math.min(most, payments.left))
  const spent = [layer.pid, databasePid, sandboxPid].map(stopwatch)
  const work = await layer.round(roundMs, people, taken)
  const [processMs = null, databaseMs = null, sandboxMs = null] = spent.map((stop) =>
    stop(work.captures),
  )
  payments.giveBack(taken.length - work.captures)
  await control.clearCalls()
  return { ...work, cpu: { processMs, databaseMs, sandboxMs } }
}

/** Starts counting a process's time; the function tells it per capture. */
function stopwatch(pid: number | null): (captures: number) => number | null {
  const before = pid === null ? null : processTreeCpuMs(pid)
  return (captures) => {
    const after = pid === null ? null : processTreeCpuMs(pid)
    return before === null || after === null ? null : (after - before) / captures
  }
}
