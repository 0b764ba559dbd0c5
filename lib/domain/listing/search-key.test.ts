import { describe, expect, it } from 'vitest'
import { searchKey, visibleText } from './search-key'

describe('visibleText', () => {
  it.each([
    ['FF\u20111001', 'FF-1001'], // unbreakable hyphen
    ['FF\u22121001', 'FF-1001'],
    ['\u200eFF-1001\u200e', 'FF-1001'],
    ['FF-\u200b10\u00ad01', 'FF-1001'],
    ['ＦＦ－１００１', 'FF-1001'],
    ['Kari\u00a0 \u202fLie', 'Kari Lie'],
    ['\tKari\r\nLie\u3000', 'Kari Lie'],
    ['A\u030ase', 'Åse'],
    ['O\u2019Hara', "O'Hara"],
    ['O\u00b4Hara', "O'Hara"],
    ['a\0b', 'a b'],
  ])('%j shows as %j (C3)', (text, shown) => {
    expect(visibleText(text)).toBe(shown)
  })

  it('ignores the case in a search key', () => {
    expect(searchKey('ÅSE Rødland')).toBe('åse rødland')
  })
})
