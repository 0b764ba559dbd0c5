import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { exitAfterStopping, failAfterStopping, stopOnSignals } from '@/scripts/processes/shutdown'
import { step } from '@/scripts/progress'
import { inProject } from '@/scripts/project'
import { LAYERS, type LayerName } from './capture/layer'
import { measureOwnTime } from './capture/own-time'
import { oneRound } from './capture/round'
import { measureThroughput, type ThroughputRow } from './capture/throughput'
import { measureUnknowns } from './capture/unknowns'
import { startWorld } from './capture/world'
import { beginProfiles } from './support/profiling'

const USUAL = { rounds: '5', 'round-ms': '2000', people: '1,4,8,16', latencies: '0,200' }
const QUICK = { rounds: '1', 'round-ms': '700', people: '1,8', latencies: '0,200' }
const WARM_UP_MS = 3_000
const SEQUENTIAL = 100
const UNKNOWNS = 100

/**
 * Measures captures per second at three layers (the running application, the use case alone, the
 * baseline with only the same writes and the same call), the time that the application adds, and
 * the time until lost responses are settled. The last line is the result as JSON.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      'round-ms': { type: 'string' },
      people: { type: 'string' },
      latencies: { type: 'string' },
      payments: { type: 'string' },
      profile: { type: 'boolean', default: false },
    },
  })
  const { quick, ...given } = values
  const sizes = { ...(quick ? QUICK : USUAL), ...given }
  const people = numbers(sizes.people)
  stopOnSignals({ exitCode: 130 })
  const world = await startWorld({
    payments: Number(given.payments ?? (quick ? 10_000 : 100_000)),
    people: Math.max(...people),
    profileFolder: given.profile ? inProject('.cache', 'bench', 'profiles') : undefined,
  })
  const { control, payments, server } = world

  await step('Warm-up', async () => {
    const warmUpMs = quick ? WARM_UP_MS / 5 : WARM_UP_MS
    for (const layer of world.layers) await oneRound(world, layer, warmUpMs, Math.max(...people))
  })
  if (given.profile) beginProfiles(world.profiled)
  const throughput = await step('Captures per second', () =>
    measureThroughput(world, {
      people,
      latenciesMs: numbers(sizes.latencies),
      rounds: Number(sizes.rounds),
      roundMs: Number(sizes['round-ms']),
    }),
  )
  const ownTime = await step(`${SEQUENTIAL} captures one after the other`, () =>
    measureOwnTime(world.people, payments, control, SEQUENTIAL),
  )
  const unknowns = await step(`${UNKNOWNS} captures whose answers are lost`, () =>
    measureUnknowns(server.url, world.people, payments, control, UNKNOWNS),
  )
  if (given.profile) for (const child of world.profiled) await child.stop()

  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? '', node: process.version }
  const conditions = { ...machine, database: server.settings, ...sizes }
  console.log(table(throughput))
  console.log(`Server action, one by one: ${JSON.stringify(ownTime)}`)
  console.log(`Lost answers: ${JSON.stringify(unknowns)}`)
  console.log(JSON.stringify({ capture: { conditions, throughput, ownTime, unknowns } }))
  await exitAfterStopping(0)
}

function numbers(list: string): number[] {
  return list.split(',').map(Number)
}

const TITLES: Readonly<Record<LayerName, string>> = {
  action: 'server action',
  useCase: 'use case',
  baseline: 'baseline',
}

const HEAD = [
  ...['latency ms', 'people', 'level', 'captures/s', 'range', 'of the floor', 'median ms'],
  ...['CPU ms', 'database CPU', 'sandbox CPU'],
]

function table(rows: readonly ThroughputRow[]): string {
  const lines = rows.flatMap(({ latencyMs, people, layers }) =>
    LAYERS.map((name) => {
      const { perSecond, range, medianMs, cpu, ofBaseline } = layers[name]
      const cells = [
        latencyMs,
        people,
        TITLES[name],
        perSecond,
        range.join('–'),
        ofBaseline,
        medianMs,
      ]
      return [...cells, cpu.processMs ?? '?', cpu.databaseMs ?? '?', cpu.sandboxMs ?? '?']
    }),
  )
  return [HEAD, ...lines]
    .map((cells) => cells.map((cell) => String(cell).padStart(14)).join(''))
    .join('\n')
}

main().catch(failAfterStopping)
