import { expect, it } from 'vitest'
import { readTag } from './tag'

it.each([
  ['  Back\u00a0 Order ', 'back order'],
  ['Ｂackorder', 'backorder'],
  ['ærlig-2.del_3', 'ærlig-2.del_3'],
  ['a', 'a'],
  ['é'.normalize('NFD'), 'é'],
])('tag %j is kept as %j', (text, tag) => {
  expect(readTag(text)).toBe(tag)
})

it.each(['', '  ', 'a,b', 'kari@example.com', '-a', 'a-', '<b>', 'x'.repeat(41)])(
  'tag %j is none',
  (text) => {
    expect(readTag(text)).toBeNull()
  },
)
