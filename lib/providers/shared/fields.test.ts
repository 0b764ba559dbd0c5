import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { LIMITS } from '@/lib/config/limits'
import { id, idOf, optional, readText, readTime, shownReference, shownText, word } from './fields'

const text = (value: unknown) => z.object({ value: shownText }).parse({ value }).value

describe('fields: a text that people read', () => {
  it.each([null, undefined, '', '  ', '\t\n', '\u202e\u200b', {}, [], true])(
    'is absent where it is %j (B1, B4)',
    (value) => expect(text(value)).toBeUndefined(),
  )

  it('may be a number (B3)', () => {
    expect(text(7700123)).toBe('7700123')
  })

  it('has no characters that change how others look or run, and none that no column holds (B8)', () => {
    expect(readText('Ola\u202e Nord\u0000mann\u200b')).toBe('Ola Nord mann')
    expect(readText('two\r\nlines\u2028more')).toBe('two lines more')
    expect(readText('half \ud83d of a pair')).toBe('half \ufffd of a pair')
  })

  it('keeps the joiners of scripts and emoji', () => {
    expect(readText('می\u200cخواهم 👩\u200d🚀')).toBe('می\u200cخواهم 👩\u200d🚀')
  })

  it('is cut with an ellipsis, between characters (A4)', () => {
    const { reference } = LIMITS.providerText
    const cut = z.object({ value: shownReference }).parse({ value: '🧦'.repeat(4096) }).value ?? ''
    expect([...cut]).toHaveLength(reference)
    expect(cut.endsWith('🧦…')).toBe(true)
    expect(readText('a'.repeat(reference), reference)).toBe('a'.repeat(reference))
    expect(readText(`${'\u200b'.repeat(9_000)}a`, reference)).toBeUndefined()
  })
})

describe('fields: an id', () => {
  it.each([
    ['T1.a', 'T1.a'],
    [7, '7'],
  ])('is %j as %j', (value, read) => expect(id.parse(value)).toBe(read))

  it.each([null, undefined, '', '  ', 'a\u0000', -1, 1.5, true, {}, 'x'.repeat(2_001)])(
    'is never made of %j (B2)',
    (value) => {
      expect(id.safeParse(value).success).toBe(false)
      expect(idOf({ id: value })).toBeNull()
    },
  )
})

describe('fields: a time', () => {
  it.each([
    ['2026-03-30T09:15:04', '2026-03-30T09:15:04.000Z'],
    ['2026-03-30 09:15:04', '2026-03-30T09:15:04.000Z'],
    ['2026-03-30T09:15:04.1234567', '2026-03-30T09:15:04.123Z'],
    ['2026-03-30', '2026-03-30T00:00:00.000Z'],
    ['2026-03-30T09:15:04+0200', '2026-03-30T07:15:04.000Z'],
    ['2026-03-30T09:15:04-01:30', '2026-03-30T10:45:04.000Z'],
    ['2026-03-30T09:15+02', '2026-03-30T07:15:00.000Z'],
  ])('is universal without a zone: %s is %s (B7)', (value, read) => {
    expect(readTime(value)?.toISOString()).toBe(read)
  })

  it.each([null, '', 'soon', 1_774_862_104, '0001-01-01T00:00:00Z', '2026-13-01T00:00:00Z', {}])(
    'is absent where it is %j',
    (value) => expect(readTime(value)).toBeUndefined(),
  )
})

describe('fields: what decides about money', () => {
  it('may be absent or null, and is refused where it can’t be read', () => {
    const field = z.object({ value: optional(z.int()) })
    expect(field.parse({}).value).toBeUndefined()
    expect(field.parse({ value: null }).value).toBeUndefined()
    expect(field.safeParse({ value: '1' }).success).toBe(false)
  })

  it('is a word that is there', () => {
    expect(word.safeParse(' ').success).toBe(false)
    expect(word.parse(' CAPTURE ')).toBe('CAPTURE')
  })
})
