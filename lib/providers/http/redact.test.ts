import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { redactBody } from './redact'

describe('redactBody', () => {
  it('keeps figures and references, and drops people and secrets at any depth', () => {
    const body = JSON.stringify({
      id: 'T1',
      amount: 100,
      customer: { email: 'kari@example.com' },
      billing_address: { first_name: 'Kari' },
      events: [
        { event: 'CAPTURE', card: { masked_pan: '4111' }, access_token: 'secret', token: 'secret' },
      ],
    })
    const redacted = redactBody(body)
    expect(redacted).toContain('"amount":100')
    expect(redacted).toContain('CAPTURE')
    expect(redacted).not.toMatch(/kari|4111|secret/i)
  })

  it('keeps nothing of what it cannot read', () => {
    expect(redactBody('<html>kari@example.com</html>')).toBe('[29 characters that are not JSON]')
    expect(redactBody('')).toBe('')
  })

  it('keeps no half of a character where it cuts', () => {
    const { bodyLength } = LIMITS.exchange
    const redacted = redactBody(JSON.stringify(`${'a'.repeat(bodyLength - 2)}😀`))
    expect(redacted).toHaveLength(bodyLength)
    expect(redacted.isWellFormed()).toBe(true)
  })
})
