import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourceHash } from './source-hash'

let folder: string

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), content)
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paydesk-hash-'))
  write('package-lock.json', '{}')
  write('app/page.tsx', 'page')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('sourceHash', () => {
  it('is the same for the same sources', async () => {
    expect(await sourceHash(folder)).toBe(await sourceHash(folder))
  })

  it.each([
    ['a source', 'app/page.tsx'],
    ['a deep source', 'lib/domain/money/money.ts'],
    ['a text', 'messages/en/shell.ts'],
    ['a file that is served as it is', 'public/icon.svg'],
    ['the lock file', 'package-lock.json'],
    ['the configuration', 'next.config.mjs'],
    ['the styles’ configuration', 'tailwind.config.ts'],
    ['the request filter', 'proxy.ts'],
  ])('changes with %s', async (_, file) => {
    const before = await sourceHash(folder)
    write(file, 'changed')
    expect(await sourceHash(folder)).not.toBe(before)
  })

  it.each([
    ['a test', 'lib/domain/money/money.test.ts'],
    ['the tests’ configuration', 'vitest.config.ts'],
    ['a browser test', 'e2e/journeys/capture.spec.ts'],
    ['what the build itself writes', 'next-env.d.ts'],
    ['documentation', 'README.md'],
  ])('does not change with %s', async (_, file) => {
    const before = await sourceHash(folder)
    write(file, 'changed')
    expect(await sourceHash(folder)).toBe(before)
  })

  it('is of the given folders only', async () => {
    const hashes = () => Promise.all([sourceHash(folder, ['e2e/faults']), sourceHash(folder)])
    const [faults, build] = await hashes()
    write('e2e/faults/run.ts', 'changed')
    const [otherFaults, sameBuild] = await hashes()
    expect(sameBuild).toBe(build)
    expect(otherFaults).not.toBe(faults)
    write('app/page.tsx', 'changed')
    expect(await hashes()).toEqual([otherFaults, expect.not.stringMatching(build)])
  })

  it('changes when a file is renamed', async () => {
    const before = await sourceHash(folder)
    rmSync(path.join(folder, 'app/page.tsx'))
    write('app/other.tsx', 'page')
    expect(await sourceHash(folder)).not.toBe(before)
  })
})
