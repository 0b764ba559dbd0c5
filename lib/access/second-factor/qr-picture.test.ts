import { expect, it } from 'vitest'
import { qrPicture } from './totp'

it('QR picture: draws the finder squares within a quiet zone of four', () => {
  const { size, path } = qrPicture('otpauth://totp/Paydesk:anna?secret=GEZDGNBVGY3TQOJQ')
  const dark = new Set(path.match(/M\d+ \d+/g))
  for (let at = 4; at < 11; at += 1) {
    expect(dark.has(`M${at} 4`)).toBe(true)
    expect(dark.has(`M${size - 1 - at} 4`)).toBe(true)
    expect(dark.has(`M4 ${size - 1 - at}`)).toBe(true)
  }
  expect(dark.has('M5 5')).toBe(false)
  expect([...dark].some((square) => /M[0-3] | [0-3]$/.test(square))).toBe(false)
})
