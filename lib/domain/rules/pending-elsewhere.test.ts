import { expect, it } from 'vitest'
import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import { capability, type Situation } from './capability'

const promise: TransactionEvent = {
  providerEventId: '1',
  kind: 'refund',
  providerKind: 'INITIATE_REFUND',
  state: 'pending',
  amountMinor: 30,
  lines: [],
  reference: null,
  operationId: null,
  providerReference: null,
  error: null,
  occurredAt: null,
  closes: [],
}

function payment(change: Partial<Situation>): Situation {
  const totals = { authorizedMinor: 200, capturedMinor: 100, refundedMinor: 0, releasedMinor: 0 }
  return {
    provider: 'dintero',
    method: 'klarna.klarna',
    status: 'partially_captured',
    amountMinor: 200,
    totals,
    flags: [],
    events: [],
    operations: [],
    openOperation: null,
    ...change,
  }
}

const ours = { id: 'operation', reference: 'pd-operation' }
const closing = { ...promise, providerEventId: '2', state: 'failed', closes: ['1'] } as const

it.each<[string, Partial<Situation>, number]>([
  ['is not offered again', { events: [promise] }, 70],
  ['is offered again when it has failed', { events: [promise, closing] }, 100],
  [
    'that was ours counts as its operation ended',
    {
      events: [{ ...promise, operationId: ours.id }],
      operations: [ours],
    },
    100,
  ],
])('a refund that was accepted elsewhere %s', (_, change, maxMinor) => {
  expect(capability('refund', payment(change))).toMatchObject({ maxMinor })
})

it('a capture that was accepted elsewhere is not offered again', () => {
  const events = [{ ...promise, kind: 'capture' } as const]
  expect(capability('capture', payment({ events }))).toMatchObject({ maxMinor: 70 })
  expect(capability('refund', payment({ events }))).toMatchObject({ maxMinor: 100 })
})

it('a capture: nothing is left where all of it was accepted elsewhere', () => {
  const events = [{ ...promise, amountMinor: 100 }]
  expect(capability('refund', payment({ events }))).toEqual({
    allowed: false,
    denialReason: 'promised_elsewhere',
  })
})
