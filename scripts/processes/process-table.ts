import { readFileSync } from 'node:fs'
import { runCommand } from './run-command'

/** True when a process with this id runs, of any owner. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !isZombie(pid)
}

/** True when a process has ended but still has its id, because its exit code was not collected. */
export function isZombie(pid: number): boolean {
  return statFields(pid)?.[0] === 'Z'
}

/** The command line of a running process; undefined when it cannot be read. */
export async function commandLine(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return ps(pid, 'args=')
  return readProc(`${pid}/cmdline`)?.replaceAll('\0', ' ').trim() || undefined
}

/**
 * The identity of this process among all that have or will have the same id: its start time.
 * Undefined when it does not run.
 */
export async function identity(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined
  if (process.platform !== 'linux') return ps(pid, 'lstart=')
  const startedAt = statFields(pid)?.[19]
  return startedAt && `${readProc('sys/kernel/random/boot_id')?.trim()} ${startedAt}`
}

/** The fields of /proc/…/stat from the state on; the name before it may contain anything. */
function statFields(pid: number): string[] | undefined {
  if (process.platform !== 'linux') return undefined
  return readProc(`${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ')
}

function readProc(file: string): string | undefined {
  try {
    return readFileSync(`/proc/${file}`, 'utf8')
  } catch {
    return undefined
  }
}

async function ps(pid: number, column: string): Promise<string | undefined> {
  const { output } = await runCommand('ps', ['-p', String(pid), '-o', column], { timeoutMs: 5_000 })
  return output.trim() || undefined
}
