import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { isWeakSecret } from './weak-secret'

const ascending = Uint8Array.from({ length: 32 }, (_, index) => index)

it.each([
  ['zeros', Buffer.alloc(32)],
  ['one letter', Buffer.from('x'.repeat(40))],
  ['few letters', Buffer.from('abcabdabcdabcabcaabbccddabcabcdd')],
  ['a word again and again', Buffer.from('password12'.repeat(4))],
  ['a piece that is cut off', Buffer.from('0123456789abcdef0123456789abcdef0123')],
  ['a row', ascending],
  ['a row downwards', ascending.toReversed()],
  ['the alphabet and digits', Buffer.from('abcdefghijklmnopqrstuvwxyz0123456789')],
])('isWeakSecret: true for %s', (_, bytes) => {
  expect(isWeakSecret(bytes)).toBe(true)
})

it('isWeakSecret: false for random bytes, base64 and hexadecimal digits', () => {
  for (let turn = 0; turn < 1_000; turn += 1) {
    const bytes = randomBytes(32)
    expect(isWeakSecret(bytes)).toBe(false)
    expect(isWeakSecret(Buffer.from(bytes.toString('base64')))).toBe(false)
    expect(isWeakSecret(Buffer.from(bytes.toString('hex')))).toBe(false)
  }
})
