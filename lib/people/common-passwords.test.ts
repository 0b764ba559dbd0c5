import { expect, it } from 'vitest'
import { isCommonPassword, isPasswordOfContext } from './common-passwords'

it.each(['passwordpassword', 'QwertyUiop123', 'abcabcabcabc', 'aaaaaaaaaaaaa', '1234512345123'])(
  'common passwords: %s is one',
  (password) => {
    expect(isCommonPassword(password)).toBe(true)
  },
)

it.each(['three words in a row', 'a password for tests', 'paydesk-demo', 'abcdefgh ijkl mnop'])(
  'common passwords: %s is none',
  (password) => {
    expect(isCommonPassword(password)).toBe(false)
  },
)

const ABOUT = ['Anna Berg', 'anna.berg@shop.example']

it.each([
  'Paydesk-2026!',
  'annaberg2026',
  'Berg.Anna.Shop',
  'KLARNA refund 1',
  'passordpassord',
  'ｐａｙｄｅｓｋ-demo',
])('words of the context: %s is little more', (password) => {
  expect(isPasswordOfContext(password, ABOUT)).toBe(true)
})

it.each(['berg of seven wolves', 'annalise-quartz', 'paydesk + my own words'])(
  'words of the context: %s has enough of its own',
  (password) => {
    expect(isPasswordOfContext(password, ABOUT)).toBe(false)
  },
)

it('words of the context: short parts of a name are no words', () => {
  expect(isPasswordOfContext('li li li violets', ['Bo Li'])).toBe(false)
})
