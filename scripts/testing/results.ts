import { seconds } from '../progress'
import type { Counts } from './counts'
import { type FileTime, slowestFiles } from './slowest'

/** Files named of each part: where time may be saved. */
const SLOWEST = 8

export interface PartResult extends Counts {
  readonly name: string
  /** The tests that failed, where the part consists of tests. */
  readonly failures?: readonly string[]
  /** The tests that failed once and passed when they were run again; they count as passed. */
  readonly secondTries?: readonly string[]
  /** The time of each file, where the part consists of files. */
  readonly times?: readonly FileTime[]
  /** Duration in milliseconds. */
  readonly durationMs: number
}

/** The parts of a test run as a table. */
export function resultTable(results: readonly PartResult[]): string {
  const rows = results.map((result) => [
    result.name,
    String(result.passed),
    String(result.failed),
    String(result.skipped),
    seconds(result.durationMs),
  ])
  const table = [['', 'passed', 'failed', 'skipped', 'time'], ...rows]
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  )
  return table
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return column === 0 ? cell.padEnd(width) : cell.padStart(width + 3)
        })
        .join(''),
    )
    .join('\n')
}

/** The tests that failed, a line each; empty when there are none. */
export function failureList(results: readonly PartResult[]): string {
  return results
    .flatMap(({ name, failures = [] }) => failures.map((failure) => `✗ ${name}: ${failure}`))
    .join('\n')
}

/** The tests that passed only at the second try, a line each; empty when there are none. */
export function secondTryList(results: readonly PartResult[]): string {
  return results
    .flatMap(({ secondTries = [] }) => secondTries)
    .map((test) => `passed only at the second try: ${test}`)
    .join('\n')
}

/** The files that took longest in each part, a line each; empty when there are none. */
export function slowestList(results: readonly PartResult[]): string {
  return results
    .flatMap(({ times = [] }) => slowestFiles(times, SLOWEST))
    .map(({ file, ms }) => `${seconds(ms).padStart(6)}  ${file}`)
    .join('\n')
}

/** A result of a part that consists of one check. */
export function singleResult(name: string, isPassed: boolean, durationMs: number): PartResult {
  return { name, passed: Number(isPassed), failed: Number(!isPassed), skipped: 0, durationMs }
}
