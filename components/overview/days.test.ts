import { describe, expect, it } from 'vitest'
import { currencyDays, lastDays } from './days'

describe('lastDays', () => {
  it('counts back over months, leap days and changes of the clock', () => {
    expect(lastDays('2028-03-02', 3)).toEqual(['2028-02-29', '2028-03-01', '2028-03-02'])
    expect(lastDays('2026-03-30', 3)).toEqual(['2026-03-28', '2026-03-29', '2026-03-30'])
  })
})

describe('currencyDays', () => {
  const days = lastDays('2026-09-03', 2)
  const movement = (day: string, currency: string, kind: 'capture' | 'refund', count: number) => ({
    day,
    currency,
    kind,
    count,
    amountMinor: count * 100_00,
  })

  it('groups by currency, the one with the most movements first, and leaves no day out', () => {
    const result = currencyDays(
      [
        movement('2026-09-03', 'SEK', 'capture', 1),
        movement('2026-09-02', 'NOK', 'capture', 3),
        movement('2026-09-02', 'NOK', 'refund', 1),
      ],
      days,
    )
    expect(result).toEqual([
      {
        currency: 'NOK',
        days: [
          { day: '2026-09-02', capturedMinor: 300_00, refundedMinor: 100_00 },
          { day: '2026-09-03', capturedMinor: 0, refundedMinor: 0 },
        ],
        captured: { count: 3, amountMinor: 300_00 },
        refunded: { count: 1, amountMinor: 100_00 },
      },
      expect.objectContaining({ currency: 'SEK', captured: { count: 1, amountMinor: 100_00 } }),
    ])
  })

  it('is empty where nothing moved on these days', () => {
    expect(currencyDays([movement('2026-08-01', 'NOK', 'capture', 1)], days)).toEqual([])
  })
})
