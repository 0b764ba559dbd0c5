import { expect, it } from 'vitest'
import { parsePostmasterFile } from './postmaster'

it('postmaster.pid: gives the process and the port', () => {
  const text = '4711\n/data/cluster\n1790000000\n54321\n\n127.0.0.1\n  123 0\nready   \n'
  expect(parsePostmasterFile(text)).toEqual({ pid: 4711, port: 54_321 })
})

it.each(['', '4711\n', '4711\n/data/cluster\n1790000000\n'])(
  'postmaster.pid: %j is still being written and gives nothing',
  (text) => {
    expect(parsePostmasterFile(text)).toBeUndefined()
  },
)
