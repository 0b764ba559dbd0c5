import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
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

function start(script: string, command = process.execPath): Child {
  return startChild({
    name: 'helper',
    command,
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

it('keeps the log from other users', async () => {
  const child = start('console.log("ready yes"); setInterval(() => 0, 1000)')
  await child.firstLine(readReady, 10_000)
  expect(statSync(path.join(folder, 'helper.log')).mode & 0o777).toBe(0o600)
  await child.stop()
})

it('ends what the child has started together with it', async () => {
  const child = start(`
    const forever = 'setInterval(() => 0, 1000)'
    const own = require('child_process').spawn(process.execPath, ['-e', forever])
    console.log('ready ' + own.pid)
    setInterval(() => 0, 1000)`)
  const grandchild = Number(await child.firstLine(readReady, 10_000))
  expect(isAlive(grandchild)).toBe(true)
  await child.stop()
  await expect.poll(() => isAlive(grandchild), { timeout: 5_000 }).toBe(false)
})

it('refuses a program that does not exist', () => {
  expect(() => start('', '/no/such/program')).toThrow(
    'The helper cannot be started: /no/such/program',
  )
})

it('does not wait for a line for ever', async () => {
  const child = start('setInterval(() => 0, 1000)')
  await expect(child.firstLine(readReady, 300)).rejects.toThrow('not ready within 0.3 s')
  await child.stop()
})
