import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { signalGroup } from './groups'
import {
  describeProcess,
  isStillRunning,
  type KnownProcess,
  parseKnownProcesses,
} from './known-process'

const END_LIMIT_MS = 8_000

let recordFile: string | undefined
const recorded: KnownProcess[] = []

/**
 * Ends the children that a killed earlier run left behind, and from now on writes down those of
 * this run, for a later run to find. Only the very processes that were written down are ended.
 * @param file where they are written down
 * @returns how many were ended
 */
export async function endOrphans(file: string): Promise<number> {
  const known = existsSync(file) ? parseKnownProcesses(readFileSync(file, 'utf8')) : []
  rmSync(file, { force: true })
  recordFile = file
  const ended = await Promise.all(known.map(end))
  return ended.filter(Boolean).length
}

async function end(orphan: KnownProcess): Promise<boolean> {
  if (!(await isStillRunning(orphan))) return false
  signalGroup(orphan.pid, 'SIGTERM')
  const deadline = Date.now() + END_LIMIT_MS
  while (Date.now() < deadline && (await isStillRunning(orphan))) await sleep(100)
  signalGroup(orphan.pid, 'SIGKILL')
  return true
}

/** Writes a child down, if this run keeps such a record. */
export async function recordChild(pid: number): Promise<void> {
  if (recordFile === undefined) return
  const known = await describeProcess(pid)
  if (known) recorded.push(known)
  writeFileSync(recordFile, JSON.stringify(recorded))
}
