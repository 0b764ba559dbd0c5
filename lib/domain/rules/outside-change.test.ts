import { describe, expect, it } from 'vitest'
import type { OperationState } from '@/lib/domain/operation/outcome'
import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import { outsideChange } from './outside-change'

function event(id: string, minute: number, rest: Partial<TransactionEvent> = {}): TransactionEvent {
  return {
    providerEventId: id,
    kind: 'capture',
    providerKind: 'CAPTURE',
    state: 'succeeded',
    amountMinor: 80_000,
    lines: [],
    reference: null,
    operationId: null,
    providerReference: null,
    error: null,
    closes: [],
    occurredAt: at(minute),
    ...rest,
  }
}

function at(minute: number): Date {
  return new Date(Date.UTC(2026, 2, 4, 14, minute))
}

const GRANTED = event('1', 0, { kind: 'authorize' })
const OURS = {
  id: 'operation',
  reference: 'pd-1',
  createdAt: at(1),
  state: 'succeeded' as OperationState,
}

function change(events: readonly TransactionEvent[], operations = [OURS], firstEventCount = 1) {
  return outsideChange({ events, operations, firstEventCount })?.providerEventId ?? null
}

describe('a change made outside', () => {
  it('is the newest that no operation of ours explains', () => {
    expect(change([GRANTED, event('2', 2), event('3', 3, { kind: 'refund' })])).toBe('3')
  })

  it.each([
    ['our own, by its id', event('2', 2, { operationId: 'operation' })],
    ['our own, by its reference', event('2', 2, { reference: 'pd-1' })],
    ['refused', event('2', 2, { state: 'failed' })],
    ['only promised', event('2', 2, { state: 'pending' })],
    ['a pay-out', event('2', 2, { kind: 'settle' })],
    ['from before our last operation', event('2', 0)],
  ])('is none that is %s', (_, one) => {
    expect(change([GRANTED, one])).toBeNull()
  })

  it.each(['refused', 'not_sent', 'abandoned'] as const)(
    'is still one where what was asked for here since was %s (F3)',
    (state) => {
      const tried = { ...OURS, createdAt: at(3), state }
      expect(change([GRANTED, event('2', 2)], [tried])).toBe('2')
    },
  )

  it('is none that closes what we began', () => {
    const pending = event('2', 2, { state: 'pending', operationId: 'operation' })
    expect(change([GRANTED, pending, event('3', 3, { closes: ['2'] })])).toBeNull()
  })

  it('is none that was there when we first saw the payment', () => {
    expect(change([GRANTED, event('2', 2)], [OURS], 2)).toBeNull()
  })
})
