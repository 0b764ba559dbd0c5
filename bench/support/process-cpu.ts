import { readdirSync, readFileSync } from 'node:fs'

/** One tick of /proc on every Linux that Node.js supports. */
const TICK_MS = 10

interface Process {
  readonly parent: number
  readonly cpuMs: number
}

/**
 * Processor time, user and system, that a process and its descendants have used so far, ended ones
 * included, in milliseconds; null on systems without /proc.
 */
export function processTreeCpuMs(root: number): number | null {
  const all = readProcesses()
  if (all === null) return null
  const isBelow = (pid: number): boolean => {
    const found = all.get(pid)
    return pid === root || (found !== undefined && found.parent > 0 && isBelow(found.parent))
  }
  return [...all].reduce((sum, [pid, { cpuMs }]) => (isBelow(pid) ? sum + cpuMs : sum), 0)
}

/** The process that started this one; null on systems without /proc. */
export function parentOf(pid: number): number | null {
  return readProcesses()?.get(pid)?.parent ?? null
}

function readProcesses(): ReadonlyMap<number, Process> | null {
  if (process.platform !== 'linux') return null
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return new Map(pids.map((pid) => [Number(pid), readProcess(pid)]))
}

/**
 * Fields from the state on: the second is the parent; 12 to 15 are the times, including ended
 * children's.
 */
function readProcess(pid: string): Process {
  let stat = ''
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    // It has ended meanwhile.
  }
  const fields = stat.replace(/^.*\) /s, '').split(' ')
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return { parent: Number(fields[1] ?? 0), cpuMs: ticks * TICK_MS }
}
