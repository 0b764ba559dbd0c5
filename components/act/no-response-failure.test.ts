import { expect, it } from 'vitest'
import { noResponseFailure } from './no-response-failure'

it('knows that nothing was done when the server refused to look at an action', () => {
  expect(noResponseFailure(new Error('not_signed_in'), null)).toEqual({ code: 'not_signed_in' })
})

it.each([new Error('Failed to fetch'), new TypeError(''), 'not_signed_in', undefined])(
  'takes %s for an answer that was lost',
  (error) => {
    expect(noResponseFailure(error, null)).toBeNull()
  },
)
