import { describe, expect, it } from 'vitest'
import { readEntries } from './read-entries'

const GOOD = { id: 'pa-1', paymentType: 'PA', result: { code: '000.000.000' } }
const BAD = { id: 'cp-1', referencedId: 'pa-1', paymentType: 'CP', result: { code: 'fine' } }

function read(payments: readonly unknown[]) {
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

  it('are not there in an answer that says "done" without any', () => {
    expect(read([])).toMatchObject({ ok: false, problem: 'malformed' })
  })
})
