import { parseArgs } from 'node:util'
import { exitAfterStopping, failAfterStopping, stopOnSignals } from '@/scripts/processes/shutdown'
import { ensureTestServer } from '@/scripts/testing/test-server'
import { FAULT_IDS, type FaultId } from './model/fault-ids'
import { SEEDS_AT_ONCE, SIZES, type Size, type SizeName } from './model/sizes'
import { whyNever, type Participant } from './plan/participant'
import { runSeeds } from './run-seeds'
import { participantFor, participantNamed } from './providers/participants'
import { byProvider, seedLines, table } from './report/report'
import { forbiddenTotal, summarize, type Statistics } from './report/statistics'
import { buildWorker } from './world/build-worker'

/**
 * The fault campaign from the command line. The last line is the report as JSON; the exit code is 1
 * after a violation, or when fewer operations or faults happened than the size requires.
 */
async function main(): Promise<void> {
  stopOnSignals({ exitCode: 130, onSignal: () => console.log('\nStopping…') })
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: 'ci' },
      provider: { type: 'string' },
      seed: { type: 'string' },
      seeds: { type: 'string' },
      operations: { type: 'string' },
      faults: { type: 'string' },
      'at-once': { type: 'string' },
      payments: { type: 'string', default: '60' },
    },
  })
  const size: Size = SIZES[sizeName(values.size)]
  const one = values.seed === undefined ? null : wholeNumber(values.seed, '--seed')
  const count = wholeNumber(values.seeds ?? String(size.seeds), '--seeds')
  const seeds = one === null ? Array.from({ length: count }, (_, index) => index + 1) : [one]
  const only = values.provider === undefined ? null : participantNamed(values.provider)
  const turns = seeds.map((seed) => ({ seed, participant: only ?? participantFor(seed) }))
  const operations = wholeNumber(values.operations ?? String(size.operations), '--operations')

  await ensureTestServer()
  const options = {
    operations,
    faultyShare: size.faultyShare,
    atOnce: wholeNumber(values.payments, '--payments'),
    workerFile: await buildWorker('worker'),
    ...(values.faults !== undefined && { faults: faultIds(values.faults) }),
  }
  const results = await runSeeds(
    turns,
    options,
    wholeNumber(values['at-once'] ?? String(SEEDS_AT_ONCE), '--at-once'),
    (result) => {
      console.log(seedLines(result))
    },
  )
  const statistics = summarize(results)
  console.log(`\n${table(results)}\n`)
  const isWhole =
    values.faults === undefined &&
    one === null &&
    values.seeds === undefined &&
    values.operations === undefined
  const participants = turns.map(({ participant }) => participant)
  const missing = isWhole ? tooLittle(statistics, size, participants) : []
  for (const sentence of missing) console.log(sentence)
  const isGreen = forbiddenTotal(statistics) === 0 && missing.length === 0
  const line = JSON.stringify({ ok: isGreen, ...statistics, providers: byProvider(results) })
  process.once('exit', () => console.log(line))
  await exitAfterStopping(isGreen ? 0 : 1)
}

function tooLittle(
  statistics: Statistics,
  { least }: Size,
  participants: readonly Participant[],
): string[] {
  const rare = FAULT_IDS.filter(
    (id) =>
      statistics.faultsById[id] < least.ofEachFault &&
      participants.some((participant) => whyNever(participant, id) === null),
  )
  return [
    ...(statistics.operations < least.operations
      ? [`fewer than ${least.operations} operations`]
      : []),
    ...(statistics.faults < least.faults ? [`fewer than ${least.faults} faults`] : []),
    ...rare.map((id) => `${id} happened fewer than ${least.ofEachFault} times`),
  ]
}

function sizeName(text: string): SizeName {
  const name = (Object.keys(SIZES) as SizeName[]).find((one) => one === text)
  if (name === undefined) throw new Error(`--size is one of ${Object.keys(SIZES).join(', ')}`)
  return name
}

function faultIds(text: string): FaultId[] {
  return text.split(',').map((part) => {
    const id = FAULT_IDS.find((one) => one === part)
    if (id === undefined) throw new Error(`--faults names ${FAULT_IDS.join(',')}; not ${part}`)
    return id
  })
}

function wholeNumber(text: string, option: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new Error(`${option} must be a whole number above 0`)
}

main().catch(failAfterStopping)
