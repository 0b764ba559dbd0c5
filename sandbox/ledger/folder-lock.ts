import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LedgerError } from './journal'

/**
 * Locks a ledger folder for this process, since two writers would corrupt it. The lock of a killed
 * process is taken over. Returns the function that releases the folder.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock')
  try {
    mkdirSync(folder, { recursive: true })
    const [holder = '', startedAt = ''] = readIfThere(path).split(' ')
    if (isAnotherAlive(Number(holder), startedAt)) {
      throw new LedgerError(
        `The ledger folder ${folder} is in use by process ${holder}; choose another with --data, or delete ${path} if that is wrong.`,
      )
    }
    writeFileSync(path, `${process.pid} ${startOf(process.pid)}`)
  } catch (error) {
    if (error instanceof LedgerError) throw error
    throw new LedgerError(
      `The ledger folder ${folder} cannot be used: ${(error as Error).message}.`,
    )
  }
  return () => rmSync(path, { force: true })
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** A process with the holder's id that began at another time is not the holder. */
function isAnotherAlive(processId: number, startedAt: string): boolean {
  if (!(processId > 0) || processId === process.pid || !isAlive(processId)) return false
  return startOf(processId) === startedAt
}

/** Start time of a process in the kernel's ticks; empty without /proc, and for a zombie. */
function startOf(processId: number): string {
  const fields = readIfThere(`/proc/${processId}/stat`).split(') ').at(-1)?.split(' ') ?? []
  return fields[0] === 'Z' ? '' : (fields[19] ?? '')
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
