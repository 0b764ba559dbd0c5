import { projectFolder } from '../project'
import { fieldOf, listAt, numberAt, textAt } from './report-fields'

/** The time that the tests of a file took together. */
export interface FileTime {
  readonly file: string
  readonly ms: number
}

/** The time of each file in Vitest's JSON report. */
export function vitestTimes(json: string): readonly FileTime[] {
  return listAt(JSON.parse(json), 'testResults').map((file) => ({
    file: textAt(file, 'name').replace(`${projectFolder}/`, ''),
    ms: numberAt(file, 'endTime') - numberAt(file, 'startTime'),
  }))
}

/** The time of each file in Playwright's JSON report, all tries of its tests together. */
export function playwrightTimes(json: string): readonly FileTime[] {
  return listAt(JSON.parse(json), 'suites').map((file) => ({
    file: textAt(file, 'file'),
    ms: timeWithin(file),
  }))
}

function timeWithin(suite: unknown): number {
  const tries = listAt(suite, 'specs')
    .flatMap((spec) => listAt(spec, 'tests'))
    .flatMap((test) => listAt(test, 'results'))
    .map((result) => Number(fieldOf(result, 'duration') ?? 0))
  return sum([...tries, ...listAt(suite, 'suites').map(timeWithin)])
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** The files that took longest, the slowest first. */
export function slowestFiles(times: readonly FileTime[], count: number): readonly FileTime[] {
  return times.toSorted((one, other) => other.ms - one.ms).slice(0, count)
}
