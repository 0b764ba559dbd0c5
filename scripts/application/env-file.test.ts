import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { randomSecret } from './environment'
import { readOrMakeSettings } from './env-file'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paydesk-env-'))
  file = path.join(folder, 'demo.env')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('env file: generates a missing secret once and keeps it', () => {
  const first = readOrMakeSettings(file, { KEY: randomSecret, SECRET: randomSecret })
  expect(Buffer.from(first.KEY, 'base64')).toHaveLength(32)
  expect(first.SECRET).not.toBe(first.KEY)
  expect(readOrMakeSettings(file, { KEY: randomSecret, SECRET: randomSecret })).toEqual(first)
})

it('env file: keeps existing values when a new one is added', () => {
  writeFileSync(file, 'KEY=kept==\nOTHER=stays\n')
  expect(readOrMakeSettings(file, { KEY: () => 'new', SECRET: () => 'made' })).toEqual({
    KEY: 'kept==',
    SECRET: 'made',
  })
  expect(readFileSync(file, 'utf8')).toBe('KEY=kept==\nOTHER=stays\nSECRET=made\n')
})

it('env file: only its owner can read it', () => {
  readOrMakeSettings(file, { KEY: () => 'value' })
  expect(statSync(file).mode & 0o777).toBe(0o600)
})
