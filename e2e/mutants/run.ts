import { parseArgs } from 'node:util'
import { exitAfterStopping, failAfterStopping, stopOnSignals } from '@/scripts/processes/shutdown'
import { seconds, step } from '@/scripts/progress'
import { ensureTestServer } from '@/scripts/testing/test-server'
import type { PlacedMutant } from './mutant'
import { MUTANTS } from './mutant-list'
import { runTests } from './run-tests'
import { makeScratchTree, type ScratchTree } from './scratch-tree'

/** One tree and one run of tests for each core that a small machine has. */
const TREES = 2
const UNCHANGED_LIMIT_MS = 10 * 60_000

interface Tried {
  readonly mutant: PlacedMutant
  /** The test that noticed; null when none did. */
  readonly noticedBy: string | null
}

/**
 * Makes the listed changes one at a time, each in a copy of the project folder, and runs the tests
 * that must notice. Exit code 1 when a change is not noticed that should be, or the other way round.
 */
async function main(): Promise<void> {
  stopOnSignals({ exitCode: 130, onSignal: () => console.log('\nStopping…') })
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true }, list: { type: 'boolean' } },
  })
  const { only = [''] } = values
  const chosen = MUTANTS.filter(({ file }) => only.some((part) => file.includes(part)))
  if (chosen.length === 0) throw new Error(`no mutant is in a file named like ${only.join()}`)
  if (values.list) {
    for (const mutant of chosen) console.log(titleOf(mutant))
    return
  }
  await ensureTestServer()
  const trees = Array.from({ length: TREES }, makeScratchTree)
  await step('Tests of the unchanged tree', () => assertGreen(trees[0], chosen))
  const tried = await tryAll(trees, chosen)
  await exitAfterStopping(summarize(tried) ? 0 : 1)
}

/** A test that is red anyway notices nothing. */
async function assertGreen(
  tree: ScratchTree | undefined,
  mutants: readonly PlacedMutant[],
): Promise<void> {
  if (tree === undefined) return
  const tests = [...new Set(mutants.flatMap((mutant) => mutant.tests))]
  const limits = { bail: false, limitMs: UNCHANGED_LIMIT_MS }
  const { firstFailure } = await runTests(tree.folder, tests, limits)
  if (firstFailure !== null) throw new Error(`without any change it fails: ${firstFailure}`)
}

async function tryAll(
  trees: readonly ScratchTree[],
  mutants: readonly PlacedMutant[],
): Promise<readonly Tried[]> {
  const queue = mutants.entries()
  const tried: Tried[] = []
  const work = async (tree: ScratchTree) => {
    for (const [index, mutant] of queue) {
      const begun = Date.now()
      const { firstFailure } = await tree.withChange(mutant, () =>
        runTests(tree.folder, mutant.tests, { migratesAnew: mutant.file.endsWith('.sql') }),
      )
      tried[index] = { mutant, noticedBy: firstFailure }
      const symbol = firstFailure === null ? '✗ not noticed' : '✓ noticed'
      const by = firstFailure === null ? '' : `\n    by “${firstFailure}”`
      console.log(`${symbol} (${seconds(Date.now() - begun)}) ${titleOf(mutant)}${by}`)
    }
  }
  await Promise.all(trees.map(work))
  return tried
}

/** Tells what came out; true when each mutant did as the list says. */
function summarize(tried: readonly Tried[]): boolean {
  const unnoticed = tried.filter(({ noticedBy }) => noticedBy === null)
  const missed = unnoticed.filter(({ mutant }) => mutant.unnoticedBecause === undefined)
  const excused = tried.filter(({ mutant }) => mutant.unnoticedBecause !== undefined)
  const noticedAfterAll = excused.filter(({ noticedBy }) => noticedBy !== null)
  const noticed = tried.length - unnoticed.length
  const percent = Math.floor((noticed / tried.length) * 100)
  console.log(`\n${noticed} of ${tried.length} changes were noticed (${percent} %).`)
  for (const { mutant } of missed) console.log(`Not noticed: ${titleOf(mutant)}`)
  for (const { mutant } of excused) {
    console.log(`No test can notice: ${titleOf(mutant)}: ${mutant.unnoticedBecause ?? ''}`)
  }
  for (const { mutant } of noticedAfterAll) console.log(`Noticed after all: ${titleOf(mutant)}`)
  return missed.length === 0 && noticedAfterAll.length === 0
}

function titleOf({ file, effect }: PlacedMutant): string {
  return `${file}: ${effect}`
}

main().catch(failAfterStopping)
