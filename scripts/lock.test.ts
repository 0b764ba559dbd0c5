import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { takeLock } from './lock'
import { describeProcess } from './processes/known-process'
import { runOrThrow } from './processes/run-command'
import { projectFolder } from './project'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paydesk-lock-'))
  file = path.join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('lock: is taken by one process at a time', async () => {
  const first = await takeLock(file)
  expect(first.taken).toBe(true)
  expect(await takeLock(file)).toEqual({ taken: false, pid: process.pid })
  if (first.taken) first.release()
  expect(existsSync(file)).toBe(false)
})

it.each([
  ['whose process has ended', JSON.stringify({ pid: 2 ** 30, identity: 'gone' })],
  [
    'whose process id belongs to another process now',
    JSON.stringify({ pid: process.pid, identity: 'an earlier start' }),
  ],
  ['that was cut off while it was written', '{"pid":'],
])('lock: takes over a lock %s', async (_, content) => {
  writeFileSync(file, content)
  expect(await takeLock(file)).toMatchObject({ taken: true })
})

/** Runs a script in another process, with `takeLock` and the file of the lock at hand. */
function elsewhere(script: string): Promise<string> {
  const lines = [
    `import { takeLock } from './scripts/lock'`,
    `import { writeFileSync } from 'node:fs'`,
    `const file = ${JSON.stringify(file)}`,
  ]
  const code = [...lines, script].join('\n')
  const args = ['--import', 'tsx', '--input-type=module', '--eval', code]
  return runOrThrow(process.execPath, args, { cwd: projectFolder, timeoutMs: 20_000 })
}

it('is released by the end of its process', async () => {
  await elsewhere('await takeLock(file)')
  expect(existsSync(file)).toBe(false)
})

it('is kept from the end of a process that had released it before', async () => {
  await elsewhere(`
    const lock = await takeLock(file)
    lock.release()
    writeFileSync(file, 'the lock of the next')`)
  expect(existsSync(file)).toBe(true)
})

it('is taken over at once from a process that was killed', async () => {
  await expect(
    elsewhere('await takeLock(file); process.kill(process.pid, "SIGKILL")'),
  ).rejects.toThrow()
  expect(existsSync(file)).toBe(true)
  expect(await takeLock(file)).toMatchObject({ taken: true })
})

it('is kept from a process that looked at it before another one took it over', async () => {
  // Reading a pipe waits for its writer: the time between the look and the taking over.
  execFileSync('mkfifo', [file], { timeout: 5_000 })
  const taking = elsewhere('console.log((await takeLock(file)).taken)')
  const pipe = await open(file, 'w')
  renameSync(file, `${file}.pipe`)
  const held = JSON.stringify(await describeProcess(process.pid))
  writeFileSync(file, held)
  await pipe.write(JSON.stringify({ pid: 2 ** 30, identity: 'gone' }))
  await pipe.close()
  expect(await taking).toBe('false\n')
  expect(readFileSync(file, 'utf8')).toBe(held)
})
