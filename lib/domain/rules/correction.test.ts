import { describe, expect, it } from 'vitest'
import { captureEvent } from '@/testing/capture-event'
import { correctionOf } from './correction'

const refused = { id: 'op-1', reference: 'pd-1', state: 'refused' } as const
const error = { code: 'X', message: 'No', retry: { kind: 'do_not_retry' } } as const
const failure = captureEvent({ providerEventId: '2', state: 'failed', reference: 'pd-1', error })

describe('correctionOf', () => {
  it('is the event that repairs a refused one, with its amount and time (G1)', () => {
    const repair = captureEvent({ providerEventId: '3', closes: ['2'] })
    expect(correctionOf(refused, [failure, repair])).toEqual({
      operationId: 'op-1',
      providerEventId: '3',
      amountMinor: 300,
      occurredAt: repair.occurredAt,
    })
  })

  it('is the refused event itself once it reports success, at an unreported time (G1)', () => {
    const amended = captureEvent({ providerEventId: '2', reference: 'pd-1', error })
    expect(correctionOf(refused, [amended])).toMatchObject({
      providerEventId: '2',
      occurredAt: null,
    })
  })

  it.each([
    ['a refusal that stays one', refused, [failure]],
    ['a success of another operation', refused, [failure, captureEvent({ reference: 'pd-2' })]],
    [
      'a success',
      { ...refused, state: 'succeeded' as const },
      [captureEvent({ reference: 'pd-1' })],
    ],
  ])('is nothing for %s', (_, operation, events) => {
    expect(correctionOf(operation, events)).toBeNull()
  })
})
