import { describe, expect, it } from 'vitest'
import type { RetryAdvice } from '@/lib/domain/payment/transaction-snapshot'
import { retryDenialReason } from './retry-advice'

const settledAt = new Date('2026-09-03T12:00:00Z')

/** The denial reason of a capture after `seconds`, when one of 100 failed with this advice. */
function against(retry: RetryAdvice | null, seconds: number, amountMinor = 100) {
  const undone = [{ kind: 'capture', amountMinor: 100, retry, settledAt }] as const
  const now = new Date(settledAt.getTime() + seconds * 1000)
  return retryDenialReason(undone, 'capture', amountMinor, now)
}

const DAY = 86_400

describe('retryDenialReason', () => {
  it('bars the same amount for a day where the provider wants no other try', () => {
    const never = { kind: 'do_not_retry' } as const
    expect(against(never, 1)).toEqual(never)
    expect(against(never, DAY - 1)).toEqual(never)
    expect(against(never, DAY)).toBeNull()
    expect(against(never, 1, 99)).toBeNull()
  })

  it('bars any amount until the time that the provider named', () => {
    const until = '2026-09-03T12:00:30.000Z'
    const after = { kind: 'after', at: until } as const
    expect(against(after, 29)).toEqual({ kind: 'later', until })
    expect(against(after, 29, 99)).toEqual({ kind: 'later', until })
    expect(against(after, 30)).toBeNull()
  })

  it('bars for a minute where it named none', () => {
    const after = { kind: 'after', at: null } as const
    expect(against(after, 59)).toEqual({ kind: 'later', until: null })
    expect(against(after, 60)).toBeNull()
  })

  it.each([null, { kind: 'at_once' }, { kind: 'not_said' }] as const)(
    'bars nothing: %o',
    (retry) => {
      expect(against(retry, 0)).toBeNull()
    },
  )

  it('bars only its own kind', () => {
    const retry = { kind: 'do_not_retry' } as const
    const undone = [{ kind: 'refund', amountMinor: 100, retry, settledAt }] as const
    expect(retryDenialReason(undone, 'capture', 100, settledAt)).toBeNull()
  })
})
