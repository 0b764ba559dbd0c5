import { expect, it } from 'vitest'
import { words } from './schema-of'

it('words: strips surrounding space and characters that no database stores', () => {
  expect(words(10).parse('  one\0 two\n')).toBe('one two')
})

it.each(['', ' \n\t', '\0', 'eleven char'])('words: refuses %j', (typed) => {
  expect(words(10).safeParse(typed).success).toBe(false)
})

it('words: counts only the characters that are kept', () => {
  expect(words(3).safeParse('  abc\0\0  ').success).toBe(true)
})
