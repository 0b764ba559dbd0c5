import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { capabilityPage } from './capability-page'
import { inProject } from './project'

it('docs/capabilities.md: equals the table in the code', () => {
  expect(readFileSync(inProject('docs', 'capabilities.md'), 'utf8')).toBe(capabilityPage())
})
