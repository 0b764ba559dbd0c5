import { expect, it } from 'vitest'
import { words } from './words'

it('takes away what surrounds the words and what no database keeps', () => {
  expect(words(10).parse('  one\0 two\n')).toBe('one two')
})

it.each(['', ' \n\t', '\0', 'eleven char'])('refuses %j', (typed) => {
  expect(words(10).safeParse(typed).success).toBe(false)
})

it('counts only what is kept', () => {
  expect(words(3).safeParse('  abc\0\0  ').success).toBe(true)
})
