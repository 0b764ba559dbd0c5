import { existsSync, readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { applyChange } from '@/testing/source-change'
import { inProject } from '@/scripts/project'
import { MUTANTS } from './mutant-list'

const titled = MUTANTS.map((mutant) => ({ ...mutant, title: `${mutant.file}: ${mutant.effect}` }))

describe('the list of mutants', () => {
  it.each(titled)('still applies, and leaves a file that can be read: $title', (mutant) => {
    const text = readFileSync(inProject(mutant.file), 'utf8')
    const changed = applyChange(text, mutant)
    expect(changed).not.toBe(text)
    if (mutant.file.endsWith('.sql')) return
    const loader = mutant.file.endsWith('.tsx') ? 'tsx' : 'ts'
    expect(() => transformSync(changed, { loader })).not.toThrow()
  })

  it('names tests that are there', () => {
    const tests = new Set(MUTANTS.flatMap((mutant) => mutant.tests))
    expect([...tests].filter((test) => !existsSync(inProject(test)))).toEqual([])
  })

  it('holds no effect twice', () => {
    const titles = titled.map(({ title }) => title)
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  })
})
