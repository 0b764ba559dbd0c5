import { expect, it } from 'vitest'
import { isCommonPassword } from './common-passwords'

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
