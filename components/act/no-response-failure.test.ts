import { expect, it } from 'vitest'
import { noResponseFailure } from './no-response-failure'

it("noResponseFailure: is the server's refusal when the server did not run the action", () => {
  expect(noResponseFailure(new Error('not_signed_in'), null)).toEqual({ code: 'not_signed_in' })
})

it.each([new Error('Failed to fetch'), new TypeError(''), 'not_signed_in', undefined])(
  'noResponseFailure: keeps the other failure for %s',
  (error) => {
    expect(noResponseFailure(error, null)).toBeNull()
  },
)
