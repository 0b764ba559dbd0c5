import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inProject } from './project'
import { OPERATOR_COMMANDS } from './standalone/commands'

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

it('operating page: names only commands of the standalone folder and files that there are', () => {
  const commands = found(/ paydesk\.js ([\w:-]+)/g)
  expect(commands).toContain('migrate')
  expect(commands.filter((name) => !(name in OPERATOR_COMMANDS))).toEqual([])
  const files = found(/\b(deploy\/[\w-]+\.[\w.]+\w)/g)
  expect(files).toContain('deploy/compose.yaml')
  expect(files.filter((file) => !existsSync(inProject(file)))).toEqual([])
})

it('operating page: can be read in one go', () => {
  expect(page.split('\n').length).toBeLessThanOrEqual(300)
})

it('operating page: names only variables that .env.example explains', () => {
  const example = readFileSync(inProject('.env.example'), 'utf8')
  const names = found(/`((?:PAYDESK|NEXTAUTH|DATABASE)_[A-Z_]+?)(?:_FILE)?[=`]/g)
  expect(names).toContain('PAYDESK_ENCRYPTION_KEY_PREVIOUS')
  expect(names.filter((name) => !example.includes(`${name}=`))).toEqual([])
})
