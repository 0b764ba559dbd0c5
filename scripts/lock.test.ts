import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { takeLock } from './lock'

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
