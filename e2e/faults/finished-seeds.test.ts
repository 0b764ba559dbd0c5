import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FinishedSeeds } from './finished-seeds'
import type { SeedResult } from './model/seed-result'
import { participantFor } from './providers/participants'

const CODE = 'a1'.repeat(32)
const RESULT: SeedResult = {
  provider: 'bambora-checkout',
  seed: 6,
  operations: 2_400,
  sends: 1_700,
  faults: { N3: 7, P14: 0 },
  outcomes: { 'capture succeeded': 900 },
  replies: { succeeded: 900, operation_open: 3 },
  settleMs: [12.5, 3_000],
  lostMs: [],
  violations: [{ kind: 'double effects', operationId: null, what: '2 effects', fault: 'P13' }],
  durationMs: 80_000,
}
const turns = [5, 6, 7].map((seed) => ({ seed, participant: participantFor(seed) }))

let root: string
let finished: FinishedSeeds

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'paydesk-seeds-'))
  finished = new FinishedSeeds(root, CODE, 'long')
})
afterEach(() => rmSync(root, { recursive: true }))

describe('finished seeds', () => {
  it('are found again as they were kept, violations too, by the next run of the same code', () => {
    finished.keep(RESULT)
    expect(new FinishedSeeds(root, CODE, 'long').find(turns)).toEqual([RESULT])
    expect(readdirSync(finished.folder)).toEqual(['seed-6.json'])
  })

  it('are none before the first one, and none of a seed that is not asked for', () => {
    expect(finished.find(turns)).toEqual([])
    finished.keep({ ...RESULT, seed: 10 })
    expect(finished.find(turns)).toEqual([])
  })

  it('are those of the last time that a seed ran', () => {
    finished.keep(RESULT)
    finished.keep({ ...RESULT, sends: 1 })
    expect(finished.find(turns)).toMatchObject([{ sends: 1 }])
  })

  it('are never mixed with those of other code or another size', () => {
    finished.keep(RESULT)
    const otherCode = new FinishedSeeds(root, 'b2'.repeat(32), 'long')
    const otherSize = new FinishedSeeds(root, CODE, 'ci')
    // Not even where the hash is as good as the same, or a file was moved there.
    const likeCode = new FinishedSeeds(root, CODE.slice(0, 62) + 'ff', 'long')
    expect(likeCode.folder).toBe(finished.folder)
    const text = readFileSync(path.join(finished.folder, 'seed-6.json'), 'utf8')
    for (const other of [otherCode, otherSize]) {
      mkdirSync(other.folder, { recursive: true })
      writeFileSync(path.join(other.folder, 'seed-6.json'), text)
    }
    for (const other of [otherCode, otherSize, likeCode]) expect(other.find(turns)).toEqual([])
  })

  it.each([
    ['half a file', (text: string) => text.slice(0, text.length / 2)],
    ['nothing', () => ''],
    ['another JSON', () => '[]'],
    ['a result without figures', () => JSON.stringify({ code: CODE, size: 'long', result: {} })],
    ['a figure as text', (text: string) => text.replace('1700', '"1700"')],
    ['a violation that is not known', (text: string) => text.replace('double effects', 'luck')],
    ['more than is known', (text: string) => text.replace('"sends"', '"calls":1,"sends"')],
    ['another seed', (text: string) => text.replace('"seed":6', '"seed":5')],
    ['another provider', (text: string) => text.replace('bambora-checkout', 'oppwa')],
  ])('are run again where the file has %s', (_, change) => {
    finished.keep(RESULT)
    const file = path.join(finished.folder, 'seed-6.json')
    writeFileSync(file, change(readFileSync(file, 'utf8')))
    expect(finished.find(turns)).toEqual([])
  })

  it('can be forgotten, without those of other code', () => {
    const other = new FinishedSeeds(root, 'b2'.repeat(32), 'long')
    for (const one of [finished, other]) one.keep(RESULT)
    finished.forget()
    expect([finished.find(turns), other.find(turns)]).toEqual([[], [RESULT]])
  })
})
