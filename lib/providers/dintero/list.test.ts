import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { listQuery, readPage } from './list'

const SINCE = new Date('2026-03-04T12:00:00.000Z')
const full = Array.from({ length: LIMITS.page.providerList }, (_, index) => ({ id: `T.${index}` }))

function requested(cursor: string | null, since: Date | null): Record<string, string> {
  const {
    limit: _,
    includes: __,
    ...rest
  } = Object.fromEntries(new URLSearchParams(listQuery(cursor, since)))
  return rest
}

function nextAfter(entries: unknown, cursor: string | null, since: Date | null): string | null {
  const page = readPage(entries, cursor, since)
  return page.ok ? page.next : page.problem
}

describe('Dintero: a sync run through the list', () => {
  it('of everything goes on after the last id, until a page is not full', () => {
    expect(requested(null, null)).toEqual({})
    const next = nextAfter(full, null, null)
    expect(requested(next, null)).toEqual({ starting_after: 'T.99' })
    expect(nextAfter(full.slice(1), next, null)).toBeNull()
  })

  it('of changes asks for new payments, then captures, then refunds', () => {
    const since = SINCE.toISOString()
    expect(requested(null, SINCE)).toEqual({ 'created_at.gte': since })
    const more = nextAfter(full, null, SINCE)
    expect(requested(more, SINCE)).toEqual({ 'created_at.gte': since, starting_after: 'T.99' })
    const captured = nextAfter([], more, SINCE)
    expect(requested(captured, SINCE)).toEqual({ 'captured_at.gte': since })
    const refunded = nextAfter([], captured, SINCE)
    expect(requested(refunded, SINCE)).toEqual({ 'refunded_at.gte': since })
    expect(nextAfter([], refunded, SINCE)).toBeNull()
  })

  it('stops at what is no list', () => {
    expect(nextAfter({ error: 'no' }, null, null)).toBe('malformed')
  })
})
