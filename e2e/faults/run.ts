import path from 'node:path'
import { parseArgs } from 'node:util'
import {
  exitAfterStopping,
  failAfterStopping,
  isStopping,
  stopOnSignals,
} from '@/scripts/processes/shutdown'
import { sourceHash } from '@/scripts/application/source-hash'
import { inProject, projectFolder } from '@/scripts/project'
import { ensureTestServer } from '@/scripts/testing/test-server'
import { CAMPAIGN_SOURCES, FinishedSeeds } from './finished-seeds'
import { FAULT_IDS, type FaultId } from './model/fault-ids'
import type { SeedResult } from './model/seed-result'
import { SEEDS_AT_ONCE, SIZES, type Size, type SizeName } from './model/sizes'
import { whyNever, type Participant } from './plan/participant'
import type { CampaignOptions } from './run-seed'
import { runSeeds, type Turn } from './run-seeds'
import { participantFor, participantNamed } from './providers/participants'
import { byProvider, seedLines, table } from './report/report'
import { forbiddenTotal, summarize, type Statistics } from './report/statistics'
import { buildWorker } from './world/build-worker'

/** Payments of a seed that run at the same time. */
const PAYMENTS_AT_ONCE = '60'

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
      payments: { type: 'string' },
      fresh: { type: 'boolean', default: false },
    },
  })
  const name = sizeName(values.size)
  const size: Size = SIZES[name]
  const one = values.seed === undefined ? null : wholeNumber(values.seed, '--seed')
  const count = wholeNumber(values.seeds ?? String(size.seeds), '--seeds')
  const seeds = one === null ? Array.from({ length: count }, (_, index) => index + 1) : [one]
  const only = values.provider === undefined ? null : participantNamed(values.provider)
  const turns = seeds.map((seed) => ({ seed, participant: only ?? participantFor(seed) }))
  const operations = wholeNumber(values.operations ?? String(size.operations), '--operations')

  const finished = await openFinished(name, values)
  const takenOver = finished?.find(turns) ?? []
  if (finished !== null && takenOver.length > 0) console.log(takenOverLine(takenOver, finished))
  const left = turns.filter(({ seed }) => takenOver.every((result) => result.seed !== seed))
  const options = {
    operations,
    faultyShare: size.faultyShare,
    atOnce: wholeNumber(values.payments ?? PAYMENTS_AT_ONCE, '--payments'),
    ...(values.faults !== undefined && { faults: faultIds(values.faults) }),
  }
  const atOnce = wholeNumber(values['at-once'] ?? String(SEEDS_AT_ONCE), '--at-once')
  const ran = await runLeft(left, options, atOnce, async (result) => {
    if (finished !== null) await keepUnlessChanged(finished, result)
    console.log(seedLines(result))
  })
  if (isStopping()) return
  const results = [...takenOver, ...ran].sort((one, other) => one.seed - other.seed)
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

type Overrides = Readonly<
  Partial<Record<'provider' | 'seed' | 'operations' | 'faults' | 'payments', string>>
>

/** The kept results; null for a size that keeps none, and for a run that differs from its size. */
async function openFinished(
  name: SizeName,
  { fresh, ...values }: Overrides & { readonly fresh: boolean },
): Promise<FinishedSeeds | null> {
  const { provider, seed, operations, faults, payments } = values
  const overrides = [provider, seed, operations, faults, payments]
  if (!SIZES[name].keepsResults || overrides.some((value) => value !== undefined)) return null
  const finished = new FinishedSeeds(inProject('.cache', 'faults'), await hashOfSources(), name)
  if (fresh) finished.forget()
  return finished
}

/** Each seed starts processes from the sources as they are then: it is of no code if they changed. */
async function keepUnlessChanged(finished: FinishedSeeds, result: SeedResult): Promise<void> {
  if ((await hashOfSources()) === finished.code) finished.keep(result)
  else console.log(`seed ${result.seed} is not kept: the sources have changed since the start`)
}

function hashOfSources(): Promise<string> {
  return sourceHash(projectFolder, CAMPAIGN_SOURCES)
}

function takenOverLine(results: readonly SeedResult[], { folder }: FinishedSeeds): string {
  const seeds = results.map(({ seed }) => seed).join(', ')
  const place = path.relative(projectFolder, folder)
  return `taken over from ${place}: seeds ${seeds}; run them again with -- --fresh\n`
}

/** Runs the seeds whose results are not there yet; without any, nothing is started. */
async function runLeft(
  turns: readonly Turn[],
  options: Omit<CampaignOptions, keyof Turn | 'workerFile'>,
  atOnce: number,
  onResult: (result: SeedResult) => Promise<void>,
): Promise<SeedResult[]> {
  if (turns.length === 0) return []
  await ensureTestServer()
  const workerFile = await buildWorker('worker')
  return runSeeds(turns, { ...options, workerFile }, atOnce, onResult)
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
