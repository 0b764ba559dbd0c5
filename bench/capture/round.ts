import type { SandboxControl } from '@/testing/sandbox-control'
import { processTreeCpuMs } from '../support/process-cpu'
import type { Layer } from './layer'
import type { Payments } from './payments'
import type { Work } from './people'

/** Processor time per capture in milliseconds; null where it cannot be measured. */
export interface Cpu {
  /** The process that captures: the application, or the layer's own process. */
  readonly processMs: number | null
  readonly databaseMs: number | null
  readonly sandboxMs: number | null
}

/** The captures of one round and their processor time. */
export interface Round extends Work {
  readonly cpu: Cpu
}

export interface RoundTools {
  readonly payments: Payments
  readonly control: SandboxControl
  readonly databasePid: number | null
  readonly sandboxPid: number
}

/** More captures per second than any layer reaches; unused payments are returned. */
const MOST_PER_SECOND = 4_000

/** Runs one round of a layer on fresh payments. */
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

/** Starts counting a process's time; the returned function gives it per capture. */
function stopwatch(pid: number | null): (captures: number) => number | null {
  const before = pid === null ? null : processTreeCpuMs(pid)
  return (captures) => {
    const after = pid === null ? null : processTreeCpuMs(pid)
    return before === null || after === null ? null : (after - before) / captures
  }
}
