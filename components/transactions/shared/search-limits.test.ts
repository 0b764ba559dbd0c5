import { expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { SEARCH_LIMITS } from './search-limits'

it('the limits of the search fields are those of the server', () => {
  expect(LIMITS.search).toMatchObject(SEARCH_LIMITS)
})
