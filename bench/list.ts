import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { exitAfterStopping, failAfterStopping, stopOnSignals } from '@/scripts/processes/shutdown'
import { step } from '@/scripts/progress'
import { measureCases, type CaseFigures } from './list/measure'
import { createDatasets } from './list/dataset'
import { startBenchServer } from './support/database-server'

const SIZES = '10000,100000,1000000'
const ROUNDS = '200'

/**
 * Measures the list's queries as the number of payments grows: pages, views, searches and counts,
 * through the functions that the pages call. Each round runs on every size, so that ratios compare
 * the same minutes. The last line is the result as JSON.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: SIZES },
      rounds: { type: 'string', default: ROUNDS },
    },
  })
  stopOnSignals({ exitCode: 130 })
  const sizes = values.sizes.split(',').map(Number)
  const server = await step('Durable database', startBenchServer)
  const datasets = await createDatasets(server.url, sizes)
  const figures = await step('Questions', () => measureCases(datasets, Number(values.rounds)))
  for (const { database } of datasets) await database.close()

  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? '', node: process.version }
  const conditions = { ...machine, database: server.settings, rounds: Number(values.rounds) }
  console.log(table(figures, sizes))
  console.log(JSON.stringify({ list: { conditions, sizes, figures } }))
  await exitAfterStopping(0)
}

function table(figures: readonly CaseFigures[], sizes: readonly number[]): string {
  const head = ['ms', ...sizes.flatMap((size) => [`${size} p50`, 'p95']), 'ratio of p50']
  const lines = figures.map(({ name, spreads, ratio }) => [
    name,
    ...spreads.flatMap(({ p50, p95 }) => [p50, p95]),
    ratio,
  ])
  return [head, ...lines]
    .map(([name, ...cells]) =>
      [String(name).padEnd(30), ...cells.map((cell) => String(cell).padStart(13))].join(''),
    )
    .join('\n')
}

main().catch(failAfterStopping)
