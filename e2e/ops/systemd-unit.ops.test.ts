import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runCommand } from '@/scripts/processes/run-command'
import { inProject } from '@/scripts/project'

/** In tenths, out of 100; what systemd calls medium begins above 50. */
const MOST_EXPOSED = 25
const LIMIT_MS = 30_000

const folder = mkdtempSync(path.join(tmpdir(), 'paydesk-unit-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('systemd unit: systemd takes every line of it, and finds little exposed', async () => {
  const unit = readFileSync(inProject('deploy', 'paydesk.service'), 'utf8')
  const file = path.join(folder, 'paydesk.service')
  // The machine of the test has neither that user nor that Node.js.
  const here = unit
    .replace('/usr/bin/node', process.execPath)
    .replace('User=paydesk', 'User=root')
    .replace('/opt/paydesk', folder)
  writeFileSync(file, here)
  const verified = await runCommand('systemd-analyze', ['verify', file], { timeoutMs: LIMIT_MS })
  expect(verified).toMatchObject({ code: 0, output: '' })

  writeFileSync(file, unit)
  const options = ['security', '--offline=true', `--threshold=${MOST_EXPOSED}`, '--no-pager']
  const rated = await runCommand('systemd-analyze', [...options, file], { timeoutMs: LIMIT_MS })
  expect(rated.output).toContain('Overall exposure level')
  expect(rated.code).toBe(0)
})
