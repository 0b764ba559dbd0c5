import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inProject } from './project'

const page = readFileSync(inProject('docs', 'security', 'asvs.md'), 'utf8').replaceAll(/\s+/g, ' ')

/** The tests that the page names: `file` “part of its title”. */
const NAMED = [...page.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)` “([^”]+)”/g)]

/** All requirements of levels 1 and 2 in the chapters V6, V7 and V8 of ASVS 5.0.0: the section, and how many. */
const REQUIREMENTS: Readonly<Record<string, number>> = {
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
}

it('docs/security/asvs.md: has each requirement once, with a test or why it does not apply', () => {
  const numbers = Object.entries(REQUIREMENTS).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  )
  const parts = page.split(/- \*\*(?=\d+\.\d+\.\d+\*\*)/).slice(1)
  expect(parts.map((part) => /^[\d.]+/.exec(part)?.[0])).toEqual(numbers)
  const bare = parts.filter((part) => !/\.(test|spec)\.ts` “|Does not apply/.test(part))
  expect(bare).toEqual([])
})

it('docs/security/asvs.md: names tests', () => {
  expect(NAMED.length).toBeGreaterThan(40)
})

it.each(NAMED.map(([, file = '', title = '']) => ({ file, title })))(
  'docs/security/asvs.md: $file has the test “$title”',
  ({ file, title }) => {
    expect(readFileSync(inProject(file), 'utf8').replaceAll(/\s+/g, ' ')).toContain(title)
  },
)
