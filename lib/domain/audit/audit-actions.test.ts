import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '@/scripts/project'
import { ACTION_PREFIXES, AUDIT_ACTIONS, OTHER_ACTIONS } from './audit-actions'

/** Where entries of the trail are written. */
const WRITERS = ['db/migrations', 'db/queries']

const WRITES_ENTRIES = /audit_entries|personEntry|write_connection_entry/
/** In these files, names in the form of an action that are none. */
const NO_ACTIONS = /^(connections|notices|users)\./
const SUBJECTS = Object.values(ACTION_PREFIXES).flat()

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(sql|ts)$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(projectFolder, folder, name), 'utf8'))
}

describe('actions of the audit trail', () => {
  const written = new Set(
    WRITERS.flatMap(sourcesIn)
      .filter((text) => WRITES_ENTRIES.test(text))
      .flatMap((text) => [...text.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, name = '']) => name))
      .filter((name) => !NO_ACTIONS.test(name)),
  )

  it('are all known by those who word them', () => {
    expect(written.size).toBeGreaterThan(40)
    expect([...written].filter((name) => !AUDIT_ACTIONS.includes(name))).toEqual([])
  })

  it('belong to one subject each', () => {
    for (const action of AUDIT_ACTIONS) {
      expect(SUBJECTS.filter((prefix) => action.startsWith(prefix))).toHaveLength(1)
    }
  })

  it('hold none that nothing writes', () => {
    const computed = ['batch.paused', 'batch.resumed', 'batch.ended', 'person.disabled']
    const unwritten = OTHER_ACTIONS.filter((name) => !written.has(name))
    expect(unwritten.filter((name) => !computed.includes(name))).toEqual([])
  })
})
