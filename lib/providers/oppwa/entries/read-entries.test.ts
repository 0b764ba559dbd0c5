import { describe, expect, it } from 'vitest'
import { readEntries } from './read-entries'

const GOOD = { id: 'pa-1', paymentType: 'PA', result: { code: '000.000.000' } }
const BAD = { id: 'cp-1', referencedId: 'pa-1', paymentType: 'CP', result: { code: 'fine' } }

function read(payments: readonly unknown[] | undefined) {
  const body = JSON.stringify({ result: { code: '000.000.100' }, payments })
  return readEntries({ kind: 'answer', status: 200, headers: {}, body })
}

describe('the entries of a report', () => {
  it('are read each by itself: a malformed one gives its place', () => {
    expect(read([GOOD, BAD, 'nothing'])).toMatchObject({
      ok: true,
      entries: [{ id: 'pa-1' }],
      unread: [
        {
          id: 'cp-1',
          referencedId: 'pa-1',
          problem: expect.stringContaining('result.code') as string,
        },
        { id: null, referencedId: null },
      ],
    })
  })

  it('of an empty list are none, and of an answer without a list they are not there (E1)', () => {
    expect(read([])).toMatchObject({ ok: true, entries: [], count: 0 })
    expect(read(undefined)).toMatchObject({ ok: false, problem: 'malformed' })
  })

  it('leave out registrations, which are no payments, and count them (A6)', () => {
    const registration = { id: 'r-1', paymentBrand: 'VISA', result: { code: '000.000.000' } }
    expect(read([registration, GOOD])).toMatchObject({
      entries: [{ id: 'pa-1' }],
      unread: [],
      count: 2,
      firstId: 'r-1',
    })
  })
})
