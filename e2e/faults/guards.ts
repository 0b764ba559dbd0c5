import { parseArgs } from 'node:util'
import { exitAfterStopping, failAfterStopping, stopOnSignals } from '@/scripts/processes/shutdown'
import { ensureTestServer } from '@/scripts/testing/test-server'
import { runSeed } from './run-seed'
import { GUARDS } from './guard-list'
import type { Guard } from './model/guard'
import { FORBIDDEN } from './model/violations'
import { participantNamed } from './providers/participants'
import { summarize } from './report/statistics'
import { buildWorker } from './world/build-worker'

const OPERATIONS = 40
const FAULTY_SHARE = 0.74
const PAYMENTS_AT_ONCE = 20

interface GuardResult {
  readonly guard: Guard
  readonly isRed: boolean
  /** The violations by kind, or `nothing`. */
  readonly found: string
}

/**
 * Removes the guards one at a time; each run must find a violation. Exit code 1 when one does not.
 */
async function main(): Promise<void> {
  stopOnSignals({ exitCode: 130, onSignal: () => console.log('\nStopping…') })
  const { values } = parseArgs({ options: { guard: { type: 'string' } } })
  const chosen = GUARDS.filter(({ name }) => values.guard === undefined || name === values.guard)
  if (chosen.length === 0) throw new Error(`there is no guard ${values.guard ?? ''}`)
  await ensureTestServer()
  const results: GuardResult[] = []
  for (const guard of chosen) {
    results.push(await runWithout(guard))
    console.log(row(results.at(-1)))
  }
  console.log(`\n${['| without the guard | run | found |', '| --- | --- | --- |'].join('\n')}`)
  for (const result of results) console.log(row(result))
  const isGreen = results.every(({ isRed }) => isRed)
  const line = results.map(({ guard, isRed, found }) => ({ guard: guard.name, isRed, found }))
  process.once('exit', () => console.log(JSON.stringify({ ok: isGreen, guards: line })))
  await exitAfterStopping(isGreen ? 0 : 1)
}

async function runWithout(guard: Guard): Promise<GuardResult> {
  const workerFile = await buildWorker(`without-${guard.name}`, guard.changes)
  const { forbidden } = summarize([
    await runSeed({
      participant: participantNamed(guard.provider ?? 'dintero'),
      seed: 1,
      operations: OPERATIONS,
      faultyShare: FAULTY_SHARE,
      atOnce: PAYMENTS_AT_ONCE,
      workerFile,
      faults: guard.faults,
      ...(guard.sabotage && { sabotage: guard.sabotage }),
    }),
  ])
  const found = FORBIDDEN.filter((kind) => forbidden[kind] > 0)
  return {
    guard,
    isRed: found.length > 0,
    found: found.map((kind) => `${forbidden[kind]} ${kind}`).join(', ') || 'nothing',
  }
}

function row(result: GuardResult | undefined): string {
  if (result === undefined) return ''
  return `| ${result.guard.title} | ${result.isRed ? 'red' : 'NOT RED'} | ${result.found} |`
}

main().catch(failAfterStopping)
