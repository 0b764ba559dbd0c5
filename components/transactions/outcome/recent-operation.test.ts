import { describe, expect, it } from 'vitest'
import { exampleOperation } from '@/components/operations/testing/example-operation'
import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { captureEvent } from '@/testing/capture-event'
import { recentOperation } from './recent-operation'

const now = new Date('2026-09-03T12:00:00Z')

function operation(
  id: string,
  settledSecondsAgo: number | null,
  state: OperationView['state'] = settledSecondsAgo === null ? 'unknown' : 'succeeded',
): OperationView {
  const settledAt =
    settledSecondsAgo === null ? null : new Date(now.getTime() - settledSecondsAgo * 1000)
  return exampleOperation({ id, state, settledAt })
}

const recent = (
  operations: readonly OperationView[],
  events: readonly TransactionEvent[] = [],
): string | undefined => recentOperation({ operations, events }, now)?.id

describe('recentOperation', () => {
  it('is the open one, however old and whatever settled since', () => {
    expect(recent([operation('new', 5), operation('open', null)])).toBe('open')
  })

  it('is the last one for some minutes after it settled', () => {
    expect(recent([operation('last', 60), operation('before', 30)])).toBe('last')
    expect(recent([operation('last', 600)])).toBeUndefined()
  })

  it.each(['refused', 'not_sent'] as const)(
    'is one that was %s until another one is requested (H7)',
    (state) => {
      expect(recent([operation('last', 86_400, state)])).toBe('last')
      const later = [operation('later', 600), operation('last', 86_400, state)]
      expect(recent(later)).toBeUndefined()
    },
  )

  it('is a refused one only until money moves otherwise (H7)', () => {
    const refused = operation('last', 3_600, 'refused')
    const at = (occurredAt: string) => captureEvent({ occurredAt: new Date(occurredAt) })
    expect(recent([refused], [at('2026-09-03T11:30:00Z')])).toBeUndefined()
    expect(recent([refused], [at('2026-09-03T10:30:00Z')])).toBe('last')
    const failed = captureEvent({ state: 'failed', occurredAt: new Date('2026-09-03T11:30:00Z') })
    expect(recent([refused], [failed])).toBe('last')
  })

  it('is null where no operation was requested', () => {
    expect(recent([])).toBeUndefined()
  })
})
