import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inProject } from './project'

const page = readFileSync(inProject('docs', 'security', 'asvs.md'), 'utf8').replaceAll(/\s+/g, ' ')

/** The tests that the page names: `file` “part of its title”. */
const NAMED = [...page.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)` “([^”]+)”/g)]

it('docs/security/asvs.md: names tests', () => {
  expect(NAMED.length).toBeGreaterThan(40)
})

it.each(NAMED.map(([, file = '', title = '']) => ({ file, title })))(
  'docs/security/asvs.md: $file has the test “$title”',
  ({ file, title }) => {
    expect(readFileSync(inProject(file), 'utf8').replaceAll(/\s+/g, ' ')).toContain(title)
  },
)
