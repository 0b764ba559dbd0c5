import { expect, it } from 'vitest'
import { fileName } from './read-file'

it('downloaded file: has the name that the route gives it', () => {
  expect(fileName('attachment; filename="paydesk-all-2026-11-21.csv"')).toBe(
    'paydesk-all-2026-11-21.csv',
  )
  expect(fileName('inline')).toBeNull()
  expect(fileName(null)).toBeNull()
})
