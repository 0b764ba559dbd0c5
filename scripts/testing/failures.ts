import { projectFolder } from '../project'
import { fieldOf, listAt, textAt } from './report-fields'

/** The failed tests of Vitest's JSON report, each with its file; a file that could not be loaded too. */
export function vitestFailures(json: string): readonly string[] {
  const report: unknown = JSON.parse(json)
  return listAt(report, 'testResults').flatMap((file) => {
    if (textAt(file, 'status') !== 'failed') return []
    const failed = listAt(file, 'assertionResults')
      .filter((test) => textAt(test, 'status') === 'failed')
      .map((test) => titleOf(file, test))
    return failed.length > 0 ? failed : [fileName(file)]
  })
}

/** The tests of Vitest's JSON report that failed once and passed when they were run again. */
export function vitestSecondTries(json: string): readonly string[] {
  return listAt(JSON.parse(json), 'testResults').flatMap((file) =>
    listAt(file, 'assertionResults')
      .filter((test) => textAt(test, 'status') === 'passed')
      .filter((test) => listAt(test, 'failureMessages').length > 0)
      .map((test) => titleOf(file, test)),
  )
}

function titleOf(file: unknown, test: unknown): string {
  return `${fileName(file)}: ${textAt(test, 'fullName')}`
}

function fileName(file: unknown): string {
  return textAt(file, 'name').replace(`${projectFolder}/`, '')
}

/** The failed tests of Playwright's JSON report, each with its file. */
export function playwrightFailures(json: string): readonly string[] {
  return playwrightSpecs(json, (spec) => fieldOf(spec, 'ok') === false)
}

/** The tests of Playwright's JSON report that failed once and passed when they were run again, each with its file. */
export function playwrightSecondTries(json: string): readonly string[] {
  return playwrightSpecs(json, (spec) =>
    listAt(spec, 'tests').some((test) => textAt(test, 'status') === 'flaky'),
  )
}

function playwrightSpecs(json: string, isMeant: (spec: unknown) => boolean): readonly string[] {
  const within = (suite: unknown): readonly string[] => [
    ...listAt(suite, 'specs')
      .filter(isMeant)
      .map((spec) => `${textAt(spec, 'file')}: ${textAt(spec, 'title')}`),
    ...listAt(suite, 'suites').flatMap(within),
  ]
  return within(JSON.parse(json))
}
