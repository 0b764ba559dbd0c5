import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { listDeadSends } from '@/db/queries/operations/list-dead-sends'
import { bundleProgram } from '@/scripts/bundle'
import { projectFolder } from '@/scripts/project'
import { rehearseOrders, startShown, valueOf, viewOf } from '@/testing/batches'
import type { TestMerchant } from '@/testing/merchant'
import { compareWithLedger, type Comparison } from './compare'

/** Short enough for a test, in the order of the real limits: a lease outlives what may write an intent. */
const SHORT_LIMITS = {
  database: { queryDeadlineMs: 2_500, statementTimeoutMs: 2_000 },
  provider: { connectTimeoutMs: 1_000, writeTimeoutMs: 3_000, readTimeoutMs: 2_000 },
  providers: { dintero: { settleWindowMs: 3_000 } },
  operation: { startDeadlineMs: 3_000, sendDeadlineMs: 10_000 },
  repair: {
    delaysMs: [150, 350, 700, 1_200, 2_000, 3_000],
    dailyMs: 3_000,
    absenceReadSpacingMs: 300,
    pollMs: 100,
    claim: { leaseMs: 6_000 },
  },
  batch: { run: { slots: 2, atLeast: 1, leaseMs: 5_500, pollMs: 100 } },
} as const

/** From the effect at the provider to its answer: what is killed is mostly between the two. */
const ANSWER_AFTER_MS = 400
const QUIET_LIMIT_MS = 240_000

export interface KillRun {
  readonly kills: number
  /** Kills of an instance that had money moved and no outcome written. */
  readonly betweenEffectAndOutcome: number
  readonly comparison: Comparison
}

export interface WantedKills {
  readonly rows: number
  readonly kills: number
  /** The kills go on beyond their number until so many hit between effect and outcome. */
  readonly leastBetween: number
}

/**
 * Works off a batch of so many captures on two instances of which one after the other is killed, at any
 * moment, and started again; then waits until all is quiet and compares with the provider's ledger.
 */
export async function runWithKills(merchant: TestMerchant, wanted: WantedKills): Promise<KillRun> {
  const { database, sandbox } = merchant
  const actor = await merchant.actor('admin')
  const items = [{ line_id: '1', description: 'Cap', quantity: 1, amount: 10_000, vat: 25 }]
  await sandbox.control.createTransactions({ count: wanted.rows, reference: 'KILL', items })
  await merchant.importAll()
  const orders = Array.from({ length: wanted.rows }, (_, index) => `KILL-${index + 1}`)
  const shown = await rehearseOrders(database, actor, orders)
  const action = { type: 'delay', afterMs: ANSWER_AFTER_MS } as const
  await sandbox.control.addFault({ match: { operation: 'capture' }, times: null, action })
  const program = await bundleProgram({ entry: 'testing/batch-kills/worker.ts', name: 'batch' })
  const instances: [ChildProcess, ChildProcess] = [
    await start(program, merchant),
    await start(program, merchant),
  ]
  valueOf(await startShown(database, actor, shown))
  let betweenEffectAndOutcome = 0
  let kills = 0
  try {
    while (
      (kills < wanted.kills || betweenEffectAndOutcome < wanted.leastBetween) &&
      !(await isEnded(merchant, shown.id))
    ) {
      const index = kills % 2 === 0 ? 0 : 1
      await untilUnderWay(merchant, shown.id)
      await sleep(Math.random() * ANSWER_AFTER_MS)
      betweenEffectAndOutcome += await killOne(merchant, instances, index)
      instances[index] = await start(program, merchant)
      kills += 1
    }
    await untilQuiet(merchant, shown.id)
  } finally {
    for (const instance of instances) instance.kill('SIGKILL')
    rmSync(program)
  }
  await sandbox.control.clearFaults()
  return {
    kills,
    betweenEffectAndOutcome,
    comparison: await compareWithLedger(merchant, actor, shown.id),
  }
}

async function start(program: string, { databaseUrl }: TestMerchant): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program], {
    cwd: projectFolder,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PAYDESK_LIMITS: JSON.stringify(SHORT_LIMITS),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await once(child.stdout, 'data')
  return child
}

/**
 * Kills one instance; 1 when it leaves an effect without an outcome behind. The other one stands still
 * meanwhile: it would have settled it before we could look.
 */
async function killOne(
  { database, sandbox }: TestMerchant,
  instances: readonly [ChildProcess, ChildProcess],
  index: 0 | 1,
): Promise<0 | 1> {
  const other = instances[index === 0 ? 1 : 0]
  other.kill('SIGSTOP')
  try {
    const ended = once(instances[index], 'exit')
    instances[index].kill('SIGKILL')
    await ended
    await sleep(50)
    const dead = await listDeadSends(database, { limit: 100 })
    if (dead.length === 0) return 0
    const references = new Set(dead.map((id) => `pd-${id.replaceAll('-', '')}`))
    const totals = await sandbox.control.totals({ touched: true })
    const isDone = totals.some(({ operations }) =>
      operations.some(({ reference, success }) => success && references.has(reference ?? '')),
    )
    return isDone ? 1 : 0
  } finally {
    other.kill('SIGCONT')
  }
}

/** Waits until a row is in the hands of an instance, or the batch has ended. */
async function untilUnderWay(merchant: TestMerchant, batchId: string): Promise<void> {
  const deadline = Date.now() + QUIET_LIMIT_MS
  while (Date.now() < deadline) {
    const view = await viewOf(merchant.database, await merchant.actor('admin'), batchId)
    if (view.states.begun > 0 || view.state === 'ended') return
    await sleep(50)
  }
  throw new Error('no instance has taken up a row')
}

async function isEnded(merchant: TestMerchant, batchId: string): Promise<boolean> {
  return (await viewOf(merchant.database, await merchant.actor('admin'), batchId)).state === 'ended'
}

/** Waits until the batch has ended and no operation is open. */
async function untilQuiet(merchant: TestMerchant, batchId: string): Promise<void> {
  const deadline = Date.now() + QUIET_LIMIT_MS
  while (Date.now() < deadline) {
    const [open] = await merchant.database.run((db) =>
      db.execute<{ count: number }>(sql`
        select count(*)::int as count from operations where settled_at is null`),
    )
    if (open?.count === 0 && (await isEnded(merchant, batchId))) return
    await sleep(200)
  }
  throw new Error('the batch did not come to an end')
}
