import { describe, expect, it } from 'vitest'
import type { Role } from '@/lib/domain/access/permission'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { i18nFor } from '@/lib/i18n/i18n'
import { availabilities, describeDenial, maxMinorOf } from './availabilities'

const held = { authorizedMinor: 1000, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }
const base = {
  provider: 'dintero',
  method: 'klarna.klarna',
  status: 'authorized',
  amountMinor: 1000,
  totals: held,
  flags: [],
  events: [],
  operations: [],
  openOperation: null,
  items: [],
} as const

type Payment = Parameters<typeof availabilities>[1]

function denial(role: Role, kind: OperationKind, payment: Payment, locale: 'en' | 'nb' = 'en') {
  const availability = availabilities(role, payment)[kind]
  return availability.allowed
    ? null
    : describeDenial(availability.denial, i18nFor(locale, 'Europe/Oslo'))
}

describe('availabilities', () => {
  it("give the payment's denial reason before that of the role", () => {
    expect(denial('staff', 'refund', base)).toMatch(/^Nothing is captured yet/)
  })

  it('name another operation only to people who may do it', () => {
    expect(denial('staff', 'refund', base)).toMatch(/Void it instead\.$/)
    expect(denial('staff', 'refund', base, 'nb')).toMatch(/Annuller i stedet\.$/)
    expect(denial('support', 'refund', base)).not.toMatch(/instead/)
    const captured = { ...base, totals: { ...held, capturedMinor: 1000 } }
    expect(denial('admin', 'void', captured)).toMatch(/Refund it instead\.$/)
    expect(denial('staff', 'void', captured)).not.toMatch(/instead/)
  })

  it('name another operation only where the payment allows it', () => {
    const refunded = { ...base, totals: { ...held, capturedMinor: 1000, refundedMinor: 1000 } }
    expect(denial('admin', 'void', refunded)).not.toMatch(/instead/)
  })

  it('explain the denial of a role, and whom to ask', () => {
    const captured = { ...base, totals: { ...held, capturedMinor: 400 } }
    expect(denial('staff', 'refund', captured)).toBe(
      'Your role, Merchant staff, may not refund. Ask Support or Admin.',
    )
    expect(denial('staff', 'refund', captured, 'nb')).toBe(
      'Rollen din, Butikkmedarbeider, kan ikke refundere. Spør Kundestøtte eller Administrator.',
    )
    expect(denial('support', 'capture', captured)).toMatch(/may not capture/)
  })

  it('deny changes of an order whose lines don’t add up to the hold', () => {
    expect(denial('admin', 'update_authorization', base)).toMatch(/don’t add up/)
  })

  it('let an operation move at most what is left for it, and nothing where it is denied', () => {
    const part = { ...base, totals: { ...held, capturedMinor: 400 } }
    const { capture, refund } = availabilities('staff', part)
    expect([capture, refund].map(maxMinorOf)).toEqual([600, 0])
  })
})
