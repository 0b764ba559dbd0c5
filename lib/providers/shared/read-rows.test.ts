import { describe, expect, it } from 'vitest'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import type { ReadResult } from '../port'
import { readRows } from './read-rows'
import { readFailure } from './results'

const NOT_FOUND = readFailure('not_found', 'not there')
const SILENT = readFailure('unavailable', 'no response')
const REFUSED = readFailure('unauthorized', 'no access')
const LIMITED = { ...readFailure('unavailable', 'too many reads'), waitMs: 20_000 }
const ODD = readFailure('malformed', 'no amount')

/** Reads rows that answer like this, in this order; the n-th has the id `row-n`. */
function read(results: readonly (ReadResult | 'fine')[], after = '') {
  const rows = results.map((result, index) => ({ id: `row-${index + 1}`, result }))
  return readRows({ rows, after }, ({ id, result }) => {
    const snapshot = authorizedSnapshot({ providerTransactionId: id })
    return Promise.resolve(result === 'fine' ? { ok: true, snapshot } : result)
  })
}

describe('rows of a list that are read one by one', () => {
  it('are each by itself: one that is odd, gone or silent does not stop the others', async () => {
    const page = await read(['fine', ODD, SILENT, NOT_FOUND, SILENT, 'fine'])
    expect(page.ok && page.snapshots.map((one) => one.providerTransactionId)).toEqual([
      'row-1',
      'row-6',
    ])
    expect(page).toMatchObject({
      malformed: [
        { providerTransactionId: 'row-2', problem: 'no amount' },
        { providerTransactionId: 'row-3', problem: 'no response', isUnavailable: true },
        { providerTransactionId: 'row-4', problem: 'not there' },
        { providerTransactionId: 'row-5', isUnavailable: true },
      ],
    })
  })

  it('are a provider that is away where none of several responds', async () => {
    expect(await read([SILENT, SILENT])).toMatchObject({ ok: false, problem: 'unavailable' })
    expect(await read([SILENT])).toMatchObject({ ok: true, malformed: [{ isUnavailable: true }] })
  })

  it('end with credentials that are refused, which is no fault of a payment', async () => {
    expect(await read(['fine', REFUSED, 'fine'])).toEqual(REFUSED)
  })

  it('stop at a limit, which makes no payment unread, and go on behind the last that was read', async () => {
    const page = await read(['fine', ODD, LIMITED, 'fine', LIMITED, 'fine'])
    expect(page).toMatchObject({
      malformed: [{ providerTransactionId: 'row-2' }],
      stopped: { after: 'row-2', waitMs: 20_000 },
    })
    const rest = await read(['fine', ODD, 'fine', 'fine', 'fine', 'fine'], 'row-2')
    expect(rest.ok && rest.snapshots).toHaveLength(4)
    expect(rest).toMatchObject({ malformed: [], stopped: null })
  })

  it('wait for the longest of several limits, and begin anew where the last one is gone', async () => {
    const longer = { ...LIMITED, waitMs: 30_000 }
    expect(await read(['fine', LIMITED, longer])).toMatchObject({ stopped: { waitMs: 30_000 } })
    expect(await read([LIMITED, 'fine'])).toEqual(LIMITED)
    const anew = await read(['fine', 'fine'], 'gone')
    expect(anew.ok && anew.snapshots).toHaveLength(2)
  })
})
