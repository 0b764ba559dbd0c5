import { expect, it } from 'vitest'
import { readCode } from './read-code'
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes'

it.each(['123456', ' 123 456 ', '123-456', '１２３４５６', '123\u00a0456', '１２３　４５６'])(
  'code: %j is read as the six digits of an app',
  (typed) => {
    expect(readCode(typed)).toEqual({ kind: 'app', digits: '123456' })
  },
)

it.each(['', '12345', '1234567', '12345a', 'abcdef', '١٢٣٤٥٦', '12,456', 'a'.repeat(24), '0'])(
  'code: %j is none',
  (typed) => {
    expect(readCode(typed)).toBeNull()
  },
)

it('recovery codes: each is read however it is typed, and differs from all others', () => {
  const codes = makeRecoveryCodes()
  expect(codes).toHaveLength(10)
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) {
    expect(code).toMatch(/^([a-z2-9]{5}-){4}[a-z2-9]{5}$/)
    const read = { kind: 'recovery', code: code.replaceAll('-', '') }
    expect(readCode(code)).toEqual(read)
    expect(readCode(` ${code.toUpperCase().replaceAll('-', ' ')} `)).toEqual(read)
    expect(readCode(code.replaceAll('-', '–'))).toEqual(read)
  }
})

it('recovery codes: the same code is kept as another text for another person', () => {
  const code = 'abcdefghjkmnpqrstuvwxyz23'
  expect(hashRecoveryCode('anna', code)).toMatch(/^[0-9a-f]{64}$/)
  expect(hashRecoveryCode('anna', code)).not.toBe(hashRecoveryCode('bo', code))
})
