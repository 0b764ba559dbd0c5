import { writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Database } from '@/db/client'
import { nowMs } from '../support/own-clock'
import { Load } from './load'
import { plan, type LoadRecord } from './protocol'

/** Calls that run when the kills end may fail; calls that begin after this time may not. */
const SETTLE_MS = 5_000
const QUIET_MS = 3_000

const uncaught: string[] = []
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    uncaught.push(
      `${event}: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}`,
    )
  })
}

/** Loads one pool for the planned time, then for a while without kills, and writes the record. */
async function main(): Promise<void> {
  const { databaseUrl, seconds, callers, recordFile } = plan.parse(
    JSON.parse(process.argv[2] ?? ''),
  )
  const signalled = waitForSignal()
  const database = new Database(databaseUrl)
  const load = new Load(database)
  console.log('worker: loading')
  const killsEndMs = nowMs() + seconds * 1_000
  const quietFromMs = killsEndMs + SETTLE_MS
  const untilMs = quietFromMs + QUIET_MS
  await Promise.all(Array.from({ length: callers }, () => load.run(untilMs)))
  const record: LoadRecord = { calls: load.calls, uncaught, quietFromMs }
  writeFileSync(recordFile, JSON.stringify(record))
  console.log('worker: loaded')
  const keepAlive = setInterval(() => undefined, 1_000)
  await signalled
  clearInterval(keepAlive)
  await database.close()
  console.log('worker: closed')
  await sleep(60_000)
}

/** Waits for the signal to close: connections are counted before and after. */
function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGUSR2', () => resolve())
  })
}

await main()
