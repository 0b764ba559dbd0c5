import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { request } from 'undici'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { startApplication } from '@/scripts/application/start-application'
import { anyFreePort } from '@/scripts/ports'
import type { Child } from '@/scripts/processes/child'
import { exitAfterStopping, failAfterStopping, stopOnSignals } from '@/scripts/processes/shutdown'
import { step } from '@/scripts/progress'
import { inProject } from '@/scripts/project'
import { startSandbox } from '@/scripts/sandbox'
import { ensureStandalone, STANDALONE } from '@/scripts/standalone/build'
import { signIn } from '@/testing/over-http/sign-in'
import { SandboxControl } from '@/testing/sandbox-control'
import { Payments } from './capture/payments'
import { SignedInPeople } from './capture/action-layer'
import { captureFor } from './capture/people'
import {
  type BenchDatabase,
  bytesOfPayment,
  databaseBytes,
  folderBytes,
  makeDatabase,
} from './standalone/disk'
import { memoryWhile } from './standalone/memory'
import { timeStop } from './standalone/stop'
import { startBenchServer } from './support/database-server'
import { spread } from './support/statistics'

const PEOPLE = 8
const IDLE_MS = 20_000

const logFile = (name: string) => inProject('.cache', 'bench', `${name}.log`)

/**
 * Measures what an operator plans with, on the standalone build: its size, start to ready, a stop, memory when
 * idle and while eight people look payments up and capture them, and the disk that payments and
 * captures take. The last line is JSON.
 */
async function main(): Promise<void> {
  const { starts, seconds, payments: count, generated } = readSizes()
  stopOnSignals({ exitCode: 130 })
  await step('Standalone build', ensureStandalone)
  const server = await step('Durable database', startBenchServer)
  const sandbox = await startSandbox({
    port: 0,
    extraArgs: ['--seed', 'off'],
    logFile: logFile('sandbox'),
  })
  const demo = { encryptionKey: randomSecret(), sandboxUrl: sandbox.url }
  const environment = appEnvironment({
    ...demo,
    databaseUrl: server.url,
    port: await anyFreePort(),
    authSecret: randomSecret(),
    logLevel: 'warn',
  })
  Object.assign(process.env, environment, { NODE_ENV: 'production' })

  const full = await makeDatabase(server.url, 'full', demo)
  const bytesAPayment = await step(`${generated} generated payments`, () =>
    bytesOfPayment(full.url, generated),
  )
  const trade = await makeDatabase(server.url, 'trade', demo)
  const payments = await step(`${count} authorized payments`, () =>
    Payments.make(trade.url, new SandboxControl(sandbox.url), count),
  )
  const start = () =>
    startApplication({
      environment: { ...environment, DATABASE_URL: trade.url },
      logFile: logFile('standalone'),
      command: ['server.js'],
      folder: inProject(...STANDALONE),
    })
  const url = environment.NEXTAUTH_URL ?? ''
  const times = await step(`${starts} starts and stops`, () => timeStarts(starts, start, url))
  const application = await start()
  const idleMb = await step('Idle', () => memoryWhile(application.pid, () => pause(IDLE_MS)))
  const atWork = await step(`${PEOPLE} people`, () =>
    measurePeople({ application, url, trade, payments, seconds }),
  )

  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? '', node: process.version }
  const conditions = { ...machine, database: server.settings, starts, seconds, count, generated }
  const folderMb = Math.round(folderBytes(inProject(...STANDALONE)) / 1024 ** 2)
  const figures = { folderMb, ...times, idleMb, ...atWork, bytesAPayment }
  console.log(JSON.stringify({ standalone: { conditions, ...figures } }))
  await exitAfterStopping(0)
}

function readSizes() {
  const { values } = parseArgs({
    options: {
      starts: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '60' },
      payments: { type: 'string', default: '6000' },
      generated: { type: 'string', default: '100000' },
    },
  })
  return {
    starts: Number(values.starts),
    seconds: Number(values.seconds),
    payments: Number(values.payments),
    generated: Number(values.generated),
  }
}

/** Milliseconds from the start of the process until it reports that it is ready, and those of its stop. */
async function timeStarts(count: number, start: () => Promise<Child>, url: string) {
  const startMs: number[] = []
  const stops: Awaited<ReturnType<typeof timeStop>>[] = []
  while (startMs.length < count) {
    const beganMs = performance.now()
    const application = await start()
    startMs.push(performance.now() - beganMs)
    stops.push(await timeStop(application, url))
  }
  return {
    startToReadyMs: spread(startMs, 0),
    stopToUnreadyMs: spread(stops.map(({ unreadyMs }) => unreadyMs)),
    stopToEndMs: spread(
      stops.map(({ endedMs }) => endedMs),
      0,
    ),
  }
}

interface Trade {
  readonly application: Child
  readonly url: string
  readonly trade: BenchDatabase
  readonly payments: Payments
  readonly seconds: number
}

/** Lets each person open the list and a payment and capture it, again and again. */
async function measurePeople({ application, url, trade, payments, seconds }: Trade) {
  const staff = trade.signIns.find(({ role }) => role === 'staff')
  if (staff === undefined) throw new Error('the demo has no staff')
  const readers: string[] = []
  while (readers.length < PEOPLE) readers.push(await signIn({ url }, staff.email, staff.password))
  const people = await SignedInPeople.signIn(url, PEOPLE, staff)
  const before = await databaseBytes(trade.url)
  let captures = 0
  const memoryMb = await memoryWhile(application.pid, async () => {
    const all = payments.take(payments.left)
    const work = await captureFor(seconds * 1_000, PEOPLE, all, async (payment, person) => {
      const cookie = readers[person] ?? ''
      await open(`${url}/transactions`, cookie)
      await open(`${url}/transactions/${payment.id}`, cookie)
      const state = await people.capture(payment, person)
      if (state !== 'succeeded') throw new Error(`a capture ended as ${state}`)
    })
    captures = work.captures
  })
  const after = await databaseBytes(trade.url)
  return {
    peopleMb: memoryMb,
    captures,
    bytesACapture: {
      grown: Math.round((after.grown - before.packed) / captures),
      packed: Math.round((after.packed - before.packed) / captures),
    },
  }
}

async function open(address: string, cookie: string): Promise<void> {
  const { statusCode, body } = await request(address, { headers: { cookie } })
  await body.dump()
  if (statusCode !== 200) throw new Error(`${address} gave HTTP ${statusCode}`)
}

main().catch(failAfterStopping)
