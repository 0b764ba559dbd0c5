import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state'
import { describe, expect, it } from 'vitest'
import { isRouterState } from './router-state'

const DYNAMIC = ['id', 'a', 'd', null]

const TREES: readonly (readonly [name: string, tree: unknown])[] = [
  ['a page', ['', { children: ['transactions', { children: ['__PAGE__', {}] }] }, null, null, 16]],
  ['a page with a parameter', ['', { children: [DYNAMIC, {}, ['/a', '?b'], 'refetch'] }]],
  ['a parameter with siblings', ['', { children: [['id', 'a', 'ci(..)(..)', ['new']], {}] }]],
  ['no marker', ['', {}, null, null]],
  ['a text', 'garbage'],
  ['an empty list', []],
  ['no trees below', ['']],
  ['a number for a segment', [1, {}]],
  ['trees below that are a list', ['', []]],
  ['a broken tree below', ['', { children: [''] }]],
  ['a parameter of an unknown type', [['id', 'a', 'x', null], {}]],
  ['a parameter that is too short', [['id', 'a', 'd'], {}]],
  ['an unknown marker', ['', {}, null, 'refresh']],
  ['a text for bits', ['', {}, null, null, '1']],
  ['one member too many', ['', {}, null, null, 1, 'a', 'b']],
  ['null', null],
]

function isTakenByNext(header: string): boolean {
  try {
    parseAndValidateFlightRouterState(header)
    return true
  } catch {
    return false
  }
}

describe('isRouterState', () => {
  it.each(TREES)('takes what Next takes, and nothing else: %s', (_, tree) => {
    const header = encodeURIComponent(JSON.stringify(tree))
    expect(isRouterState(header)).toBe(isTakenByNext(header))
  })

  it.each([['%'], ['{'], ['%22'], ['a'.repeat(40_001)]])('refuses %.20s', (header) => {
    expect(isRouterState(header)).toBe(false)
    expect(isTakenByNext(header)).toBe(false)
  })
})
