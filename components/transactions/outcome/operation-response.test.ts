import { describe, expect, it } from 'vitest'
import { exampleOperation } from '@/components/operations/testing/example-operation'
import { laterOperation, parseOperationResponse } from './operation-response'

const operation = exampleOperation({
  id: 'operation-1',
  createdAt: new Date('2026-09-03T12:00:00Z'),
  sentAt: new Date('2026-09-03T12:00:01Z'),
  nextCheckAt: new Date('2026-09-03T12:00:30Z'),
  checks: 1,
})

const sent = (value: unknown): unknown => JSON.parse(JSON.stringify({ ok: true, value }))

describe('parseOperationResponse', () => {
  it('parses the operation and its dates', () => {
    expect(parseOperationResponse(200, sent(operation))).toEqual({ kind: 'found', operation })
  })

  it('accepts only our own "not found" as proof that nothing was started', () => {
    const body = { ok: false, error: { code: 'not_found', message: '' } }
    expect(parseOperationResponse(404, body)).toEqual({ kind: 'absent' })
    expect(parseOperationResponse(404, {})).toEqual({ kind: 'unreachable' })
    expect(parseOperationResponse(404, null)).toEqual({ kind: 'unreachable' })
  })

  it('reports an ended session', () => {
    expect(parseOperationResponse(401, { ok: false })).toEqual({ kind: 'signed_out' })
  })

  it.each([
    ['an error', 500, { ok: false, error: { code: 'internal', message: '' } }],
    ['a state we never heard of', 200, sent({ ...operation, state: 'half_done' })],
    ['a fractional amount', 200, sent({ ...operation, amountMinor: 0.5 })],
    ['a date that is none', 200, sent({ ...operation, createdAt: 'yesterday' })],
    ['no creation date', 200, sent({ ...operation, createdAt: null })],
    ['text', 200, 'fine'],
  ])('is unreachable on %s', (_, status, body) => {
    expect(parseOperationResponse(status, body)).toEqual({ kind: 'unreachable' })
  })
})

describe('laterOperation', () => {
  const settled = { ...operation, state: 'succeeded', settledAt: new Date() } as const

  it('prefers the settled one, then the one with more checks', () => {
    expect(laterOperation(operation, settled)).toBe(settled)
    expect(laterOperation(settled, operation)).toBe(settled)
    const again = { ...operation, checks: 2 }
    expect(laterOperation(operation, again)).toBe(again)
    const sending = { ...operation, state: 'sending', checks: 0 } as const
    expect(laterOperation(sending, operation)).toBe(operation)
  })

  it('prefers the newer of two operations', () => {
    const newer = { ...operation, id: 'operation-2', createdAt: new Date('2026-09-03T13:00:00Z') }
    expect(laterOperation(settled, newer)).toBe(newer)
    expect(laterOperation(null, newer)).toBe(newer)
    expect(laterOperation(newer, null)).toBe(newer)
  })
})
