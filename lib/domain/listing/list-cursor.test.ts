import { describe, expect, it } from 'vitest'
import { decodeCursor, decodePosition, encodeCursor, encodePosition } from './list-cursor'

describe('list cursor', () => {
  it('survives the URL', () => {
    const cursor = {
      at: new Date('2026-03-02T09:14:55.101Z'),
      id: '01a1fe70-83b1-7294-8ebf-01a98dbce8c1',
    }
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor)
  })

  it.each(['', 'x', '1.2.3', 'zzzzzzzzzzz.01a1fe70-83b1-7294-8ebf-01a98dbce8c1', "1.' or 1=1"])(
    '%j is none',
    (text) => {
      expect(decodeCursor(text)).toBeNull()
    },
  )

  it.each([Date.UTC(10_000, 0, 1), 8.64e15, 8.64e15 + 1])(
    'is none at %d, after the years that a database writes as we do',
    (time) => {
      expect(decodeCursor(`${time.toString(36)}.01a1fe70-83b1-7294-8ebf-01a98dbce8c1`)).toBeNull()
    },
  )
})

describe('list position', () => {
  const cursor = {
    at: new Date('2026-03-02T09:14:55.101Z'),
    id: '01a1fe70-83b1-7294-8ebf-01a98dbce8c1',
  }

  it.each(['newest', 'oldest', 'upcoming', 'passed', 'undated'] as const)(
    '%s: survives the URL',
    (part) => {
      const position = { part, at: cursor.at, id: cursor.id }
      expect(decodePosition(encodePosition(position))).toEqual(position)
    },
  )

  it('is written as a cursor where the list has one part', () => {
    expect(encodePosition({ part: 'newest', at: cursor.at, id: cursor.id })).toBe(
      encodeCursor(cursor),
    )
  })

  it.each([
    '',
    'passed',
    'passed.',
    `elsewhere.${encodeCursor(cursor)}`,
    `newest.${encodeCursor(cursor)}`,
  ])('%j is none', (text) => {
    expect(decodePosition(text)).toBeNull()
  })
})
