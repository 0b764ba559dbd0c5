import { projectFolder } from '../project'
import { fieldOf, listAt, textAt } from './report-fields'

/** The failed tests of Vitest's JSON report, each with its file; a file that could not be loaded too. */
export function vitestFailures(json: string): readonly string[] {
  const report: unknown = JSON.parse(json)
  return listAt(report, 'testResults').flatMap((file) => {
    if (textAt(file, 'status') !== 'failed') return []
    const name = textAt(file, 'name').replace(`${projectFolder}/`, '')
    const failed = listAt(file, 'assertionResults')
      .filter((test) => textAt(test, 'status') === 'failed')
      .map((test) => `${name}: ${textAt(test, 'fullName')}`)
    return failed.length > 0 ? failed : [name]
  })
}

/** The failed tests of Playwright's JSON report, each with its file. */
export function playwrightFailures(json: string): readonly string[] {
  const failed = (suite: unknown): readonly string[] => [
    ...listAt(suite, 'specs')
      .filter((spec) => fieldOf(spec, 'ok') === false)
      .map((spec) => `${textAt(spec, 'file')}: ${textAt(spec, 'title')}`),
    ...listAt(suite, 'suites').flatMap(failed),
  ]
  return failed(JSON.parse(json))
}
