import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import {
  describeProcess,
  isStillRunning,
  type KnownProcess,
  parseKnownProcesses,
} from './processes/known-process'

export type Lock =
  | { readonly taken: true; readonly release: () => void }
  | { readonly taken: false; readonly pid: number }

/**
 * Takes a lock file for this process, so that only one at a time works on something. A lock whose
 * process has ended is taken over.
 * @returns the lock, or the process that holds it
 */
export async function takeLock(file: string): Promise<Lock> {
  const holder = readHolder(file)
  if (holder && (await isStillRunning(holder))) return { taken: false, pid: holder.pid }
  await removeAbandoned(file)

  const own = `${file}.${process.pid}`
  writeFileSync(own, JSON.stringify(await describeProcess(process.pid)))
  try {
    linkSync(own, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return { taken: false, pid: readHolder(file)?.pid ?? 0 }
  } finally {
    rmSync(own)
  }
  const release = () => {
    // At our end the file may be the lock of the next process by then.
    process.off('exit', release)
    rmSync(file, { force: true })
  }
  process.on('exit', release)
  return { taken: true, release }
}

/** Removes a lock whose process has ended, unless another process has taken it over since. */
async function removeAbandoned(file: string): Promise<void> {
  const removed = `${file}.${process.pid}.old`
  try {
    renameSync(file, removed)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const holder = readHolder(removed)
  if (holder && (await isStillRunning(holder))) renameSync(removed, file)
  else rmSync(removed)
}

function readHolder(file: string): KnownProcess | undefined {
  return existsSync(file) ? parseKnownProcesses(readFileSync(file, 'utf8'))[0] : undefined
}
