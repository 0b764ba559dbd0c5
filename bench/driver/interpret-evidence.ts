import { percentile } from '@/testing/percentile'
import { rounded, spread, type Spread } from '../support/statistics'
import type { Kill, Pause } from './killer'
import type { Call, LoadRecord } from './protocol'

export interface Evidence {
  readonly record: LoadRecord
  readonly kills: readonly Kill[]
  readonly pause: Pause | null
  /** The writes that the database holds. */
  readonly written: ReadonlySet<string>
  /** Sum of the reservations in the rooms; each write makes exactly one. */
  readonly taken: number
  readonly poolSize: number
  readonly deadlineMs: number
  readonly connectionsUnderLoad: number
  readonly connectionsAfterClose: number
}

/** Tolerance for timers that fire late on a busy machine. */
const LATENESS_MS = 1_000
const WHOLE_WITHIN_MS = 5_000

/** Compares the answers to callers with the content of the database. */
export function interpretEvidence(evidence: Evidence) {
  const { calls, uncaught, quietFromMs } = evidence.record
  const longestMs = percentile(
    calls.map((call) => call.endedMs - call.beganMs),
    1,
  )
  const recoveries = evidence.kills.map((kill) => wholeAgainMs(evidence, kill))
  const firstAnswers = evidence.kills.map((kill) => servedAgainMs(calls, kill.atMs))
  const figures = {
    calls: calls.length,
    answers: countBy(calls, (call) => call.answer),
    kills: evidence.kills.length,
    backendsKilled: evidence.kills.reduce((sum, kill) => sum + kill.backends.length, 0),
    longestCallMs: rounded(longestMs),
    deadlineMs: evidence.deadlineMs,
    servedAgainMs: spreadOf(firstAnswers),
    wholeAgainMs: spreadOf(recoveries),
    neverWholeAgain: recoveries.filter((ms) => ms === null).length,
    pause: pauseFigures(evidence),
    uncertainWrites: uncertainFigures(calls, evidence.written),
    failedInQuiet: calls.filter((call) => call.beganMs >= quietFromMs && isError(call)).length,
    connectionsUnderLoad: evidence.connectionsUnderLoad,
    connectionsAfterClose: evidence.connectionsAfterClose,
    uncaught: uncaught.length,
    wrong: wrongReports(evidence),
  }
  return { ...figures, violations: violations(figures, evidence) }
}

export type Verdict = ReturnType<typeof interpretEvidence>

function isError(call: Call): boolean {
  return call.answer !== 'yes' && call.answer !== 'no' && !isWrong(call)
}

function isWrong(call: Call): boolean {
  return call.answer.startsWith('wrong: ')
}

/** Time from a kill to the end of the first answered call that began after it. */
function servedAgainMs(calls: readonly Call[], atMs: number): number | null {
  let first = Infinity
  for (const call of calls) {
    if (call.beganMs >= atMs && !isError(call)) first = Math.min(first, call.endedMs)
  }
  return first === Infinity ? null : first - atMs
}

/**
 * Time from a kill until calls that began after it were answered by as many live server processes
 * as the pool has connections. Null when that never happened.
 */
function wholeAgainMs(evidence: Evidence, kill: Kill): number | null {
  const answered = evidence.record.calls
    .filter((call) => call.beganMs >= kill.atMs && call.backend !== null)
    .sort((left, right) => left.endedMs - right.endedMs)
  const serving = new Set<number>()
  const later = evidence.kills.filter((other) => other.atMs > kill.atMs)
  for (const call of answered) {
    while (later[0] !== undefined && later[0].atMs <= call.endedMs) {
      for (const backend of later.shift()?.backends ?? []) serving.delete(backend)
    }
    if (call.backend !== null) serving.add(call.backend)
    if (serving.size >= evidence.poolSize) return call.endedMs - kill.atMs
  }
  return null
}

function pauseFigures({ pause, record, deadlineMs }: Evidence) {
  if (pause === null) return null
  const during = record.calls.filter(
    (call) => call.endedMs > pause.fromMs && call.beganMs < pause.toMs,
  )
  return {
    durationMs: rounded(pause.toMs - pause.fromMs),
    deadlineMs,
    calls: during.length,
    endedByDeadline: during.filter((call) => call.answer === 'DatabaseDeadlineError').length,
    servedAgainMs: rounded(servedAgainMs(record.calls, pause.toMs) ?? Infinity),
  }
}

function uncertainFigures(calls: readonly Call[], written: ReadonlySet<string>) {
  const uncertain = calls.filter((call) => call.kind === 'write' && isError(call))
  const happened = uncertain.filter((call) => written.has(call.id))
  return {
    all: uncertain.length,
    happened: happened.length,
    /** Read as absent and written later: right after an error, absence proves nothing. */
    appearedLater: happened.filter((call) => call.readBack === 'absent').length,
    neverReadBack: uncertain.filter((call) => call.readBack === null).length,
  }
}

/** Number of wrong answers by kind; each must be 0. */
function wrongReports({ record, written, taken }: Evidence) {
  const count = (isSo: (call: Call) => boolean) => record.calls.filter(isSo).length
  return {
    writtenButAbsent: count(({ kind, answer, id }) =>
      kind === 'write' && answer === 'yes' ? !written.has(id) : false,
    ),
    refusedThoughFree: count(({ kind, answer }) => kind === 'write' && answer === 'no'),
    writtenThoughRefused: count(({ kind, id }) => kind === 'refused' && written.has(id)),
    letThroughByGuard: count(({ kind, answer }) => kind === 'refused' && answer === 'yes'),
    foundThoughAbsent: count(({ kind, answer }) => kind === 'absent' && answer === 'yes'),
    absentThoughWritten: count(({ kind, answer }) => kind === 'read' && answer === 'no'),
    answersOfOthers: count(isWrong),
    readBackThoughAbsent: count(({ readBack, id }) => readBack === 'there' && !written.has(id)),
    halfWrites: Math.abs(taken - written.size),
  }
}

function violations(
  figures: {
    readonly longestCallMs: number
    readonly servedAgainMs: Spread
    readonly wholeAgainMs: Spread
    readonly neverWholeAgain: number
    readonly pause: ReturnType<typeof pauseFigures>
    readonly failedInQuiet: number
    readonly uncaught: number
    readonly wrong: Readonly<Record<string, number>>
  },
  evidence: Evidence,
): string[] {
  const found: [boolean, string][] = [
    [figures.longestCallMs > evidence.deadlineMs + LATENESS_MS, 'a call outlived its deadline'],
    [
      figures.wholeAgainMs.max > WHOLE_WITHIN_MS || figures.neverWholeAgain > 0,
      'the pool was not whole again in time',
    ],
    [figures.pause?.endedByDeadline === 0, 'no deadline fired while the server stood still'],
    [(figures.pause?.servedAgainMs ?? 0) > WHOLE_WITHIN_MS, 'the pause was not got over in time'],
    [figures.failedInQuiet > 0, 'calls failed after the kills had ended'],
    [figures.uncaught > 0, 'an exception was not caught'],
    [evidence.connectionsUnderLoad > evidence.poolSize, 'the pool holds too many connections'],
    [evidence.connectionsAfterClose > 0, 'connections were left behind'],
    ...Object.entries(figures.wrong).map(([name, count]): [boolean, string] => [
      count > 0,
      `wrongly reported: ${name}`,
    ]),
  ]
  return found.filter(([isSo]) => isSo).map(([, sentence]) => sentence)
}

function spreadOf(values: readonly (number | null)[]): Spread {
  return spread(values.filter((value) => value !== null))
}

function countBy<T>(values: readonly T[], keyOf: (value: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[keyOf(value)] = (counts[keyOf(value)] ?? 0) + 1
  return counts
}
