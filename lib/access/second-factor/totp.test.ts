import { randomBytes } from 'node:crypto'
import { generateSync } from 'otplib'
import { expect, it } from 'vitest'
import { findStep, newAppSecret, openAppSecret, sealAppSecret, setUpAddress } from './totp'

/** RFC 6238, appendix B: the secret "12345678901234567890", and the last six of its eight digits. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const AT = new Date('2026-11-30T12:00:10Z')
const STEP = Math.floor(AT.getTime() / 30_000)

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('TOTP: at %i s the code of RFC 6238 fits', (epoch, digits) => {
  expect(findStep(RFC_SECRET, digits, new Date(epoch * 1000))).toBe(Math.floor(epoch / 30))
})

it.each([
  [-41, STEP - 2, null],
  [-30, STEP - 1, STEP - 1],
  [0, STEP, STEP],
  [30, STEP + 1, STEP + 1],
  [50, STEP + 2, null],
])('TOTP: a clock that is %i s off', (offS, codeStep, found) => {
  const secret = newAppSecret()
  const token = generateSync({ secret, epoch: codeStep * 30 })
  expect(Math.floor((AT.getTime() / 1000 + offS) / 30)).toBe(codeStep)
  expect(findStep(secret, token, AT)).toBe(found)
})

it('TOTP: other digits fit no step', () => {
  const secret = newAppSecret()
  const right = generateSync({ secret, epoch: STEP * 30 })
  const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0')
  expect(findStep(secret, wrong, AT)).toBeNull()
})

it('TOTP: a sealed secret opens for its person alone', () => {
  const keys = { current: randomBytes(32), previous: null }
  const secret = newAppSecret()
  const sealed = sealAppSecret(secret, 'anna', keys)
  expect(sealed).not.toContain(secret)
  expect(openAppSecret(sealed, 'anna', keys)).toBe(secret)
  expect(() => openAppSecret(sealed, 'bo', keys)).toThrow('secret_unreadable')
})

it('TOTP: the address names the person, the issuer and the secret', () => {
  const address = new URL(setUpAddress(RFC_SECRET, 'anna+1@paydesk.example'))
  expect(address.protocol).toBe('otpauth:')
  expect(decodeURIComponent(address.pathname)).toContain('Paydesk:anna+1@paydesk.example')
  expect(address.searchParams.get('secret')).toBe(RFC_SECRET)
  expect(address.searchParams.get('issuer')).toBe('Paydesk')
})
