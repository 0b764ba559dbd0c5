import { describe, expect, it } from 'vitest'
import { OPERATION_KINDS } from '@/lib/domain/operation/operation'
import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { amountToShow, attributeByEvents, ownEvents, stampOwn } from './attribution'

const MARKS = { operationId: 'op-1', reference: 'pd-1' }
const AMOUNT = 300

const marked = (change: Partial<TransactionEvent> = {}) =>
  captureEvent({ reference: 'pd-1', ...change })

function idsOf(events: readonly TransactionEvent[]): readonly string[] {
  return ownEvents(events, MARKS).map(({ providerEventId }) => providerEventId)
}

describe('the events of an operation', () => {
  it('are those with its reference or its id, in their order', () => {
    const events = [
      captureEvent({ providerEventId: '1' }),
      captureEvent({ providerEventId: '2', operationId: 'op-1' }),
      captureEvent({ providerEventId: '3', reference: 'pd-1' }),
      captureEvent({ providerEventId: '4', operationId: 'op-2', reference: 'pd-2' }),
    ]
    expect(idsOf(events)).toEqual(['2', '3'])
  })

  it('are those too that close one of them, one behind the other', () => {
    const events = [
      marked({ providerEventId: '1', state: 'pending' }),
      captureEvent({ providerEventId: '2', closes: ['1'] }),
      captureEvent({ providerEventId: '3', closes: ['9', '2'] }),
      captureEvent({ providerEventId: '4', closes: ['9'] }),
    ]
    expect(idsOf(events)).toEqual(['1', '2', '3'])
  })
})

describe('attributeByEvents', () => {
  const interpret = (events: readonly TransactionEvent[], amountMinor: number | null = AMOUNT) =>
    attributeByEvents(events, MARKS, amountMinor)

  it('has succeeded with an event of its own over its amount', () => {
    const event = marked()
    expect(interpret([captureEvent({ providerEventId: '1' }), event])).toEqual({
      kind: 'succeeded',
      event,
    })
  })

  it.each([AMOUNT - 1, AMOUNT + 1, 0])(
    'contradicts itself over another amount: %i',
    (amountMinor) => {
      expect(interpret([marked({ amountMinor })])).toEqual({
        kind: 'contradiction',
        problem: { code: 'other_amount' },
      })
    },
  )

  it('has succeeded whatever the amount, where the event or the operation has none', () => {
    expect(interpret([marked({ amountMinor: null })]).kind).toBe('succeeded')
    expect(interpret([marked({ amountMinor: 7 })], null).kind).toBe('succeeded')
  })

  it('contradicts itself when it succeeded twice', () => {
    const events = [marked({ providerEventId: '1' }), marked({ providerEventId: '2' })]
    expect(interpret(events)).toEqual({
      kind: 'contradiction',
      problem: { code: 'reported_twice' },
    })
  })

  it('prefers a success to a failure, and a failure to a pending event', () => {
    const promise = marked({ providerEventId: '1', state: 'pending' })
    const failure = marked({ providerEventId: '2', state: 'failed' })
    const success = marked({ providerEventId: '3' })
    expect(interpret([promise])).toEqual({ kind: 'pending', event: promise })
    expect(interpret([promise, failure])).toEqual({ kind: 'refused', event: failure })
    expect(interpret([success, promise, failure])).toEqual({ kind: 'succeeded', event: success })
  })

  it('is absent from what others did', () => {
    expect(interpret([])).toEqual({ kind: 'absent' })
    expect(interpret([captureEvent(), captureEvent({ reference: 'pd-2' })])).toEqual({
      kind: 'absent',
    })
  })
})

it.each(OPERATION_KINDS)('amountToShow: %s', (kind) => {
  const shown = amountToShow({ kind, amountMinor: AMOUNT })
  expect(shown).toBe(kind === 'extend_authorization' ? null : AMOUNT)
})

it('stampOwn: stamps the events of an operation with its id, and no others', () => {
  const events = ['1', '2', '3'].map((providerEventId) => captureEvent({ providerEventId }))
  const stamped = stampOwn(authorizedSnapshot({ events }), ['2'], 'op-1')
  expect(stamped.events.map(({ operationId }) => operationId)).toEqual([null, 'op-1', null])
})
