import { expect, it } from 'vitest'
import { batchHref, filterOf, readBatchAddress } from './batch-address'

it('batch address: a rehearsal is read by verdict, and a started batch by outcome', () => {
  expect(readBatchAddress({ rows: 'needs_eye', after: '100' }, 'rehearsed')).toEqual({
    tab: 'needs_eye',
    after: 100,
  })
  expect(readBatchAddress({ rows: 'refused' }, 'running')).toEqual({ tab: 'refused', after: 0 })
  expect(readBatchAddress({ rows: 'needs_eye' }, 'running')).toEqual({ tab: 'all', after: 0 })
})

it.each([{ after: '-1' }, { after: 'x' }, { after: ['1', '2'] }, { rows: ['refused'] }, {}])(
  'batch address: %j is the first page of all rows',
  (params) => {
    expect(readBatchAddress(params, 'ended')).toEqual({ tab: 'all', after: 0 })
  },
)

it('batch address: what is written is read again', () => {
  const href = batchHref('b', { tab: 'not_done', after: 200 })
  expect(href).toBe('/transactions/batches/b?rows=not_done&after=200')
  expect(batchHref('b')).toBe('/transactions/batches/b')
  expect(filterOf({ tab: 'not_done', after: 0 })).toEqual({ outcome: 'not_done' })
  expect(filterOf({ tab: 'twice', after: 0 })).toEqual({ verdict: 'twice' })
  expect(filterOf({ tab: 'all', after: 0 })).toEqual({})
})
