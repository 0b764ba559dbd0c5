import { describe, expect, it } from 'vitest'
import { capability } from '@/lib/domain/rules/capability'
import { itemProgress } from '@/lib/domain/rules/item-progress'
import { linesToCapture } from '@/lib/domain/rules/lines-left'
import { changeOrder } from '@/lib/domain/rules/order-change'
import { deriveStatus } from '@/lib/domain/payment/transaction'
import { fixtures, withEvents } from './fixtures'
import { mapTransaction } from './mapper'

const { authorized, partiallyCaptured, closingCapture } = fixtures
const [first, second, ...others] = authorized.events
const [line, otherLine, ...otherLines] = authorized.items

function snapshotOf(json: unknown) {
  const mapped = mapTransaction(json)
  if (!mapped.ok) throw new Error(mapped.problem)
  return mapped.snapshot
}

function problemOf(json: unknown): string | null {
  const mapped = mapTransaction(json)
  return mapped.ok ? null : mapped.problem
}

describe('Dintero: null and blank', () => {
  it('are absent where they decide nothing about money (B1)', () => {
    const events = [{ ...first, amount: null, success: null }, second, ...others]
    for (const change of [{ items: null }, { events: null }, { updated_at: null }, { events }]) {
      const { totals } = snapshotOf({ ...authorized, ...change })
      expect(totals).toMatchObject({ authorizedMinor: authorized.amount, capturedMinor: 0 })
    }
  })

  it('are reported where they hide what was moved (B1)', () => {
    expect(problemOf({ ...partiallyCaptured, events: null })).toContain('no events')
    const vague = { ...closingCapture, amount: null }
    expect(problemOf(withEvents(authorized, [vague]))).toContain('does not say how much')
  })

  it('make no id of an order line, which is then captured by amount and never sent (B2)', () => {
    const items = [line, { ...otherLine, line_id: null }, ...otherLines]
    const snapshot = snapshotOf({ ...authorized, items })
    const progress = itemProgress(snapshot.items, snapshot.events)
    expect(JSON.stringify(snapshot.items)).not.toContain('"null"')
    expect(linesToCapture(progress, snapshot.totals)).toBeNull()
    expect(changeOrder(progress, [], [])).toMatchObject({ ok: false })
  })

  it('make no business of a customer (B4)', () => {
    const blank = { business_name: '', organization_number: ' ' }
    const billing_address = { ...authorized.billing_address, ...blank }
    const { customer, billingAddress } = snapshotOf({ ...authorized, billing_address })
    expect(customer).toMatchObject({ name: 'Kari Nordmann', isBusiness: false })
    expect(billingAddress).toMatchObject({ businessName: null, organizationNumber: null })
  })

  it('fall back on another place, field by field (B5)', () => {
    const customer = { email: '', phone_number: null }
    const { customer: read } = snapshotOf({
      ...authorized,
      customer,
      billing_address: { country: 'NO' },
    })
    expect(read).toMatchObject({
      name: 'Kari Nordmann',
      email: 'kari@example.com',
      phone: '+4740123456',
    })
  })
})

describe('Dintero: other odd values', () => {
  it('shows a reference that is a number (B3)', () => {
    const json = { ...authorized, merchant_reference: 7_700_123 }
    expect(snapshotOf(json).orderReference).toBe('7700123')
  })

  it('says of the amount 0 that there is nothing to move, and not that it was voided (B6)', () => {
    const { totals, events, amountMinor } = snapshotOf({ ...authorized, amount: 0, items: [] })
    const status = deriveStatus('open', totals)
    const payment = { totals, events, amountMinor, status, traits: [], flags: [], operations: [] }
    const situation = { provider: 'dintero', method: 'dintero.zero', openOperation: null } as const
    expect(status).toBe('authorized')
    expect(capability('capture', { ...situation, ...payment })).toEqual({
      allowed: false,
      denialReason: 'nothing_authorized',
    })
  })

  it('reads a deadline without a zone as universal time (B7)', () => {
    const metadata = { 'klarna:authorization_expiration': '2026-03-30T09:15:04' }
    const { captureDeadline } = snapshotOf({
      ...authorized,
      events: [first, { ...second, metadata }],
    })
    expect(captureDeadline?.at).toEqual(new Date('2026-03-30T09:15:04Z'))
  })

  it('leaves out what changes the direction of the text around it (B8)', () => {
    const billing_address = { ...authorized.billing_address, first_name: 'Ka\u202eri' }
    expect(snapshotOf({ ...authorized, billing_address }).customer.name).toBe('Kari Nordmann')
  })

  it('shows a paid payment as started where its first event names no success (B9)', () => {
    const started = { id: '1', event: 'INITIATE', created_at: first?.created_at }
    const { events } = snapshotOf({ ...authorized, events: [started, second] })
    expect(events[0]).toMatchObject({ kind: 'initiate', state: 'succeeded', error: null })
  })

  it('neither counts nor refuses a capture that does not say if it succeeded (B9)', () => {
    const { success: _, ...unsaid } = closingCapture
    const { events, totals } = snapshotOf(withEvents(authorized, [unsaid]))
    expect(events.at(-1)).toMatchObject({ kind: 'capture', state: 'pending' })
    expect(totals.capturedMinor).toBe(0)
  })

  it('shows a payment with a reference of 4 kB, which is cut (A4)', () => {
    const json = { ...authorized, merchant_reference: `ORDER-${'9'.repeat(4_096)}` }
    const { orderReference } = snapshotOf(json)
    expect(orderReference).toHaveLength(300)
    expect(orderReference).toMatch(/^ORDER-9+…$/)
  })

  it('reports two events of one id, whose sums would count twice (A1)', () => {
    const json = withEvents(partiallyCaptured, partiallyCaptured.events.slice(-1))
    expect(problemOf(json)).toBe('two events have the same id')
  })
})
