import { expect, it } from 'vitest'
import { fileName } from './read-file'

it('takes the name that the route gives the file', () => {
  expect(fileName('attachment; filename="paydesk-all-2026-11-21.csv"')).toBe(
    'paydesk-all-2026-11-21.csv',
  )
  expect(fileName('inline')).toBeNull()
  expect(fileName(null)).toBeNull()
})
