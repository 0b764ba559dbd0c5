import { describe, expect, it } from 'vitest'
import { exampleOperation } from '@/components/operations/testing/example-operation'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { recentOperation } from './recent-operation'

const now = new Date('2026-09-03T12:00:00Z')

function operation(id: string, settledSecondsAgo: number | null): OperationView {
  return exampleOperation({
    id,
    state: settledSecondsAgo === null ? 'unknown' : 'refused',
    settledAt:
      settledSecondsAgo === null ? null : new Date(now.getTime() - settledSecondsAgo * 1000),
  })
}

describe('recentOperation', () => {
  it('is the open one, however old and whatever settled since', () => {
    expect(recentOperation([operation('new', 5), operation('open', null)], now)?.id).toBe('open')
  })

  it('is the last one for some minutes after it settled', () => {
    expect(recentOperation([operation('last', 60), operation('before', 30)], now)?.id).toBe('last')
    expect(recentOperation([operation('last', 600)], now)).toBeNull()
  })

  it('is null where no operation was requested', () => {
    expect(recentOperation([], now)).toBeNull()
  })
})
