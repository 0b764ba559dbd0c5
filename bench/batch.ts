import { randomUUID } from 'node:crypto'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { capturePayment } from '@/lib/operations/capture-payment'
import { generateTransactions } from '@/scripts/generated-data'
import { exitAfterStopping, failAfterStopping, stopOnSignals } from '@/scripts/processes/shutdown'
import { step } from '@/scripts/progress'
import { ensureTestServer } from '@/scripts/testing/test-server'
import { rehearseOrders, startShown, valueOf, workOff } from '@/testing/batches'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { median, rounded } from './support/statistics'

const SLOTS = 8

/** A payment of the sandbox that nothing was captured of yet. */
interface BenchPayment extends Record<string, unknown> {
  readonly id: string
  readonly order: string
  readonly moneyRevision: string
  readonly amountMinor: number
}

/**
 * Measures the rehearsal of many order numbers, and captures per second by a batch and by the use case
 * alone, which take turns in the same run. Prints medians and their ratio; the last line is JSON.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '10000' },
      rehearsals: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '5' },
      captures: { type: 'string', default: '200' },
    },
  })
  const [rows, rehearsals] = [Number(values.rows), Number(values.rehearsals)]
  const [rounds, captures] = [Number(values.rounds), Number(values.captures)]
  stopOnSignals({ exitCode: 130 })
  await ensureTestServer()
  const merchant = await startTestMerchant()
  const actor = await merchant.actor('admin')
  const payments = await step('Payments', () => addPayments(merchant, (2 * rounds + 2) * captures))
  const perSecond = await step('Captures per second', () =>
    measureCaptures(merchant, actor, payments, { rounds, captures }),
  )
  await step('Generated payments', () =>
    generateTransactions({
      databaseUrl: merchant.ownerUrl,
      count: rows * 2,
      onProgress: () => undefined,
    }),
  )
  const seconds = await step(`Rehearsals of ${rows} rows`, () =>
    measureRehearsals(merchant, actor, rows, rehearsals),
  )
  const batch = rounded(median(perSecond.batch))
  const useCase = rounded(median(perSecond.useCase))
  const rehearsalS = rounded(median(seconds), 2)
  const ratio = rounded(batch / useCase, 3)
  const ratios = perSecond.batch.map((value, round) =>
    rounded(value / (perSecond.useCase[round] ?? value), 3),
  )
  const pairedRatio = rounded(median(ratios), 3)
  const conditions = { rows, rounds, captures, slots: SLOTS, cores: cpus().length }
  console.log(`Rehearsal of ${rows} rows: ${rehearsalS} s (${seconds.join(', ')})`)
  console.log(`Captures per second: batch ${batch}, use case alone ${useCase}, ratio ${ratio}`)
  console.log(`Ratio of each round, median ${pairedRatio}: ${ratios.join(', ')}`)
  console.log(
    JSON.stringify({ batch: { conditions, rehearsalS, seconds, perSecond, ratio, pairedRatio } }),
  )
  await merchant.stop()
  await exitAfterStopping(0)
}

async function addPayments(
  merchant: TestMerchant,
  count: number,
): Promise<readonly BenchPayment[]> {
  const items = [{ line_id: '1', description: 'Cap', quantity: 1, amount: 10_000, vat: 25 }]
  await merchant.sandbox.control.createTransactions({ count, reference: 'BENCH', items })
  await merchant.importAll()
  return merchant.database.run((db) =>
    db.execute<BenchPayment>(sql`
      select id, order_reference as "order", money_revision as "moneyRevision",
        amount_minor::float8 as "amountMinor"
      from transactions where order_reference like 'BENCH-%' order by order_reference`),
  )
}

interface Rounds {
  readonly rounds: number
  readonly captures: number
}

/** Captures per second of each round, the two in turn; a first round of both is not counted. */
async function measureCaptures(
  { database }: TestMerchant,
  actor: Actor,
  payments: readonly BenchPayment[],
  { rounds, captures }: Rounds,
) {
  const layers = {
    batch: async (part: readonly BenchPayment[]) => {
      const shown = await rehearseOrders(
        database,
        actor,
        part.map(({ order }) => order),
      )
      valueOf(await startShown(database, actor, shown))
      return timed(() => workOff(database, SLOTS))
    },
    useCase: (part: readonly BenchPayment[]) =>
      timed(async () => {
        const left = [...part]
        const work = async () => {
          for (let next = left.pop(); next !== undefined; next = left.pop()) {
            valueOf(await captureAlone(next))
          }
        }
        await Promise.all(Array.from({ length: SLOTS }, work))
      }),
  }
  const captureAlone = ({ id, moneyRevision, amountMinor }: BenchPayment) =>
    capturePayment(contextOf(database, actor), {
      operationId: randomUUID(),
      transactionId: id,
      currency: 'NOK',
      expectedRevision: moneyRevision,
      choice: { mode: 'all', amountMinor },
      label: null,
    })
  const perSecond: Record<keyof typeof layers, number[]> = { batch: [], useCase: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const names = ['batch', 'useCase'] as const
    for (const [turn, name] of (round % 2 === 0 ? names : names.toReversed()).entries()) {
      const from = (2 * round + turn) * captures
      const ms = await layers[name](payments.slice(from, from + captures))
      if (round > 0) perSecond[name].push(rounded((captures * 1000) / ms))
    }
  }
  return perSecond
}

async function timed(run: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}

async function measureRehearsals(
  { database }: TestMerchant,
  actor: Actor,
  rows: number,
  times: number,
): Promise<readonly number[]> {
  const found = await database.run((db) =>
    db.execute<{ order: string }>(sql`
      select distinct order_reference as "order" from transactions
      where order_reference is not null limit ${rows}`),
  )
  const orders = found.map(({ order }) => order)
  if (orders.length < rows) throw new Error(`there are only ${orders.length} order numbers`)
  const seconds: number[] = []
  for (let run = 0; run < times; run += 1) {
    const ms = await timed(async () => {
      await rehearseOrders(database, actor, orders)
    })
    seconds.push(rounded(ms / 1000, 2))
  }
  return seconds
}

main().catch(failAfterStopping)
