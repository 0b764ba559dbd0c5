import { describe, expect, it } from 'vitest'
import { KNOWN_CODES } from './all-codes'
import { describeCode } from './codes'
import { TEXTS } from './texts'

describe('sandbox Open Payment Platform: the texts of result codes', () => {
  it('each code that is listed has a text, and no other has one (E9)', () => {
    expect(KNOWN_CODES.filter((code) => TEXTS[code] === undefined)).toEqual([])
    expect(Object.keys(TEXTS).toSorted()).toEqual(KNOWN_CODES.toSorted())
  })

  it('no listed code answers with its number, with nothing, or like another code (E9)', () => {
    const texts = KNOWN_CODES.map(describeCode)
    expect(texts.filter((text) => text.trim().length < 'Succeeded'.length)).toEqual([])
    expect(texts.filter((text) => /\d{3}\.\d{3}/.test(text))).toEqual([])
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
  })

  it('a code that is not listed is named by its number (E9)', () => {
    expect(describeCode('123.456.789')).toBe('Result 123.456.789')
  })
})
