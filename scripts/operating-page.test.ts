import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inProject } from './project'

const page = readFileSync(inProject('docs/operating.md'), 'utf8')

function found(pattern: RegExp): string[] {
  return [...new Set([...page.matchAll(pattern)].map(([, name = '']) => name))]
}

it('operating page: names only commands that there are', () => {
  const { scripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>
  }
  const names = found(/npm run ([\w:-]+)/g)
  expect(names).toContain('reseal')
  expect(names.filter((name) => !(name in scripts))).toEqual([])
})

it('operating page: names only variables that .env.example explains', () => {
  const example = readFileSync(inProject('.env.example'), 'utf8')
  const names = found(/`((?:PAYDESK|NEXTAUTH|DATABASE)_[A-Z_]+?)(?:_FILE)?[=`]/g)
  expect(names).toContain('PAYDESK_ENCRYPTION_KEY_PREVIOUS')
  expect(names.filter((name) => !example.includes(`${name}=`))).toEqual([])
})
