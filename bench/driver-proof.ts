import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { LIMITS } from '@/lib/config/limits'
import { startChild } from '@/scripts/processes/child'
import {
  exitAfterStopping,
  failAfterStopping,
  stopBeforeExit,
  stopOnSignals,
} from '@/scripts/processes/shutdown'
import { projectFolder, runTypeScript } from '@/scripts/project'
import { interpretEvidence, type Verdict } from './driver/interpret-evidence'
import { Killer, poolBackends, type Pause } from './driver/killer'
import type { LoadRecord, Plan } from './driver/protocol'
import { makeTables } from './driver/statements'
import { startBenchServer } from './support/database-server'
import { nowMs } from './support/own-clock'

const PAUSE_MS = 12_000
/** Share of the time after which the pause comes; the kills go on after it. */
const PAUSE_AT = 0.5
const START_LIMIT_MS = 60_000
/** A replaced pool closes its old connections within a query deadline. */
const CLOSE_LIMIT_MS = LIMITS.database.queryDeadlineMs + 5_000

/**
 * Proves the assumptions of the application about its database driver: server processes are killed
 * once a second under load, and the whole server is paused once. Exit code 1 when an assumption
 * does not hold.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      callers: { type: 'string', default: '40' },
      quick: { type: 'boolean', default: false },
    },
  })
  const seconds = values.quick ? 12 : Number(values.seconds)
  stopOnSignals({ exitCode: 130 })
  const folder = mkdtempSync(path.join(tmpdir(), 'paydesk-proof-'))
  stopBeforeExit(() => rmSync(folder, { recursive: true, force: true }))

  const server = await startBenchServer()
  const admin = postgres(server.url, { max: 1, connect_timeout: 10, onnotice: () => undefined })
  stopBeforeExit(() => admin.end({ timeout: 2 }))
  await makeTables(admin)
  const pauseS = values.quick ? 0 : PAUSE_MS / 1_000
  console.log(
    `PostgreSQL ${server.settings.version}, fsync ${server.settings.fsync}; kills for ${seconds} s, a pause of ${pauseS} s`,
  )

  const verdict = await prove(
    admin,
    {
      databaseUrl: server.url,
      seconds: seconds + pauseS,
      callers: Number(values.callers),
      recordFile: path.join(folder, 'record.json'),
    },
    { seconds, withPause: !values.quick },
  )
  console.log(report(verdict))
  console.log(JSON.stringify({ driverProof: { ...verdict, settings: server.settings } }))
  await exitAfterStopping(verdict.violations.length === 0 ? 0 : 1)
}

async function prove(
  admin: postgres.Sql,
  plan: Plan,
  { seconds, withPause }: { readonly seconds: number; readonly withPause: boolean },
): Promise<Verdict> {
  const worker = startChild({
    name: 'load',
    command: process.execPath,
    args: runTypeScript('bench/driver/worker.ts', [JSON.stringify(plan)]),
    env: process.env,
    cwd: projectFolder,
    logFile: `${plan.recordFile}.log`,
  })
  const line = (text: string) => (found: string) => (found === text ? true : undefined)
  const loaded = worker.firstLine(line('worker: loaded'), plan.seconds * 1_000 + START_LIMIT_MS)
  loaded.catch(() => undefined)
  await worker.firstLine(line('worker: loading'), START_LIMIT_MS)

  const killer = new Killer(admin)
  const beganMs = nowMs()
  let pause: Pause | null = null
  await killer.run(beganMs + seconds * 1_000 * PAUSE_AT)
  if (withPause) pause = await killer.pause(PAUSE_MS)
  await killer.run(beganMs + plan.seconds * 1_000)

  await loaded
  const connectionsUnderLoad = (await poolBackends(admin)).length
  const closed = worker.firstLine(line('worker: closed'), CLOSE_LIMIT_MS)
  process.kill(worker.pid, 'SIGUSR2')
  await closed
  await sleep(500)
  const connectionsAfterClose = (await poolBackends(admin)).length
  await worker.stop()
  const record = JSON.parse(readFileSync(plan.recordFile, 'utf8')) as LoadRecord
  for (const problem of new Set(record.uncaught)) console.error(problem)
  return interpretEvidence({
    record,
    kills: killer.kills,
    pause,
    connectionsUnderLoad,
    connectionsAfterClose,
    ...(await readTruth(admin)),
    poolSize: LIMITS.database.poolSize,
    deadlineMs: LIMITS.database.queryDeadlineMs,
  })
}

async function readTruth(admin: postgres.Sql) {
  const rows = await admin<{ id: string }[]>`select id from writes`
  const [sum] = await admin<{ taken: number }[]>`select sum(taken)::float8 as taken from rooms`
  return { written: new Set(rows.map((row) => row.id)), taken: sum?.taken ?? 0 }
}

function report(verdict: Verdict): string {
  const { violations, ...figures } = verdict
  const lines = Object.entries(figures).map(
    ([name, value]) =>
      `${name.padEnd(22)} ${typeof value === 'object' ? JSON.stringify(value) : value}`,
  )
  const end =
    violations.length === 0
      ? ['Every promise was kept.']
      : violations.map((text) => `BROKEN: ${text}`)
  return [...lines, ...end].join('\n')
}

main().catch(failAfterStopping)
