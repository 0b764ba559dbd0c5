import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Child, startChild } from './child'
import { isAlive } from './process-table'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paydesk-child-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function start(script: string): Child {
  return startChild({
    name: 'helper',
    command: process.execPath,
    args: ['-e', script],
    env: process.env,
    cwd: folder,
    logFile: path.join(folder, 'helper.log'),
  })
}

const readReady = (line: string) => (line.startsWith('ready ') ? line.slice(6) : undefined)

it('child process: waits for a line, writes the log and stops the child', async () => {
  const child = start('console.log("hello"); console.log("ready yes"); setInterval(() => 0, 1000)')
  expect(await child.firstLine(readReady, 10_000)).toBe('yes')
  await child.stop()
  expect(isAlive(child.pid)).toBe(false)
  expect(readFileSync(path.join(folder, 'helper.log'), 'utf8')).toBe('hello\nready yes\n')
})

it('child process: reports the output of a child that ended before it was ready', async () => {
  const child = start('console.error("no room on the disk"); process.exitCode = 4')
  const expected = /The helper ended by itself with exit code 4[^]*no room on the disk/
  await expect(child.firstLine(readReady, 10_000)).rejects.toThrow(expected)
  expect(await child.endedByItself).toMatch(expected)
})

it('child process: does not wait for a line for ever', async () => {
  const child = start('setInterval(() => 0, 1000)')
  await expect(child.firstLine(readReady, 300)).rejects.toThrow('not ready within 0.3 s')
  await child.stop()
})
