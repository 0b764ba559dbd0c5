import { identity } from './process-table'

/** A process as it is written down in a file, to be recognised by a later run. */
export interface KnownProcess {
  readonly pid: number
  readonly identity: string
}

/** Describes a running process; undefined when it has ended. */
export async function describeProcess(pid: number): Promise<KnownProcess | undefined> {
  const found = await identity(pid)
  return found === undefined ? undefined : { pid, identity: found }
}

/** True when that very process still runs; another one with the same id does not count. */
export async function isStillRunning(known: KnownProcess): Promise<boolean> {
  return (await identity(known.pid)) === known.identity
}

/** Reads processes from the text of a file; an unreadable one holds none. */
export function parseKnownProcesses(text: string): KnownProcess[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return []
  }
  return (Array.isArray(value) ? value : [value]).filter(isKnownProcess)
}

function isKnownProcess(value: unknown): value is KnownProcess {
  if (typeof value !== 'object' || value === null) return false
  if (!('pid' in value) || !('identity' in value)) return false
  return typeof value.pid === 'number' && typeof value.identity === 'string'
}
