import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OPERATION_KINDS } from '@/lib/domain/operation/operation'
import { OPEN_STATES } from '@/lib/domain/operation/outcome'
import { moneyBarSegments } from './money-bar-segments'

const totals = (
  authorizedMinor: number,
  capturedMinor = 0,
  refundedMinor = 0,
  releasedMinor = 0,
) => ({ authorizedMinor, capturedMinor, refundedMinor, releasedMinor })

const segments = (...input: Parameters<typeof moneyBarSegments>) =>
  moneyBarSegments(...input).map(({ kind, pattern, amountMinor }) => [kind, pattern, amountMinor])

describe('moneyBarSegments', () => {
  it('has no segment where nothing was authorized', () => {
    expect(moneyBarSegments(totals(0), null)).toEqual([])
  })

  it('splits what was captured into kept and refunded, and the rest into held and released', () => {
    expect(moneyBarSegments(totals(1000, 500, 100, 200), null)).toEqual([
      { kind: 'kept', pattern: 'solid', amountMinor: 400, start: 0, share: 0.4 },
      { kind: 'refunded', pattern: 'solid', amountMinor: 100, start: 0.4, share: 0.1 },
      { kind: 'held', pattern: 'solid', amountMinor: 300, start: 0.5, share: 0.3 },
      { kind: 'released', pattern: 'solid', amountMinor: 200, start: 0.8, share: 0.2 },
    ])
  })

  it('hatches a capture in progress and stripes one of unknown outcome', () => {
    const capture = { kind: 'capture', amountMinor: 400 } as const
    expect(segments(totals(1000), { ...capture, state: 'pending' })).toEqual([
      ['capturing', 'hatched', 400],
      ['held', 'solid', 600],
    ])
    expect(segments(totals(1000), { ...capture, state: 'unknown' })).toEqual([
      ['capturing', 'striped', 400],
      ['held', 'solid', 600],
    ])
  })

  it.each([
    ['sending', 'hatched'],
    ['pending', 'hatched'],
    ['unknown', 'striped'],
    ['needs_review', 'striped'],
  ] as const)('draws a receipt that is %s, %s', (state, pattern) => {
    expect(segments(totals(1000), { kind: 'confirm_receipt', state, amountMinor: 400 })).toEqual([
      ['capturing', pattern, 400],
      ['held', 'solid', 600],
    ])
  })

  it('has no segment for a standalone operation', () => {
    const beside = { kind: 'pay_out', state: 'sending', amountMinor: 400 } as const
    expect(segments(totals(1000), beside)).toEqual([['held', 'solid', 1000]])
  })

  it('cuts a refund out of what is kept and a void out of what is held', () => {
    expect(
      segments(totals(1000, 1000), { kind: 'refund', state: 'sending', amountMinor: 250 }),
    ).toEqual([
      ['kept', 'solid', 750],
      ['refunding', 'hatched', 250],
    ])
    expect(segments(totals(1000), { kind: 'void', state: 'sending', amountMinor: 1000 })).toEqual([
      ['releasing', 'hatched', 1000],
    ])
  })

  it('never exceeds the authorized amount, for any operation in motion', () => {
    const amounts = fc.array(fc.nat(1_000_000), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom(...OPERATION_KINDS),
        fc.constantFrom(...OPEN_STATES),
        fc.nat(5_000_000),
        ([kept = 0, refunded = 0, held = 0, released = 0], kind, state, amountMinor) => {
          const given = totals(
            kept + refunded + held + released,
            kept + refunded,
            refunded,
            released,
          )
          const segments = moneyBarSegments(given, { kind, state, amountMinor })
          const sum = segments.reduce((total, segment) => total + segment.amountMinor, 0)
          expect(sum).toBe(given.authorizedMinor)
          expect(segments.every((segment) => segment.amountMinor > 0)).toBe(true)
        },
      ),
    )
  })
})
