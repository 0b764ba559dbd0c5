import { expect, it } from 'vitest'
import { UnrecognizedActionError } from 'next/dist/client/components/unrecognized-action-error'
import { noResponseFailure } from './use-one-at-a-time'

it("noResponseFailure: is the server's refusal when the server did not run the action", () => {
  expect(noResponseFailure(new Error('not_signed_in'), null)).toEqual({ code: 'not_signed_in' })
})

it('noResponseFailure: nothing was done by an action of another build (H9)', () => {
  const error = new UnrecognizedActionError('Server Action "x" was not found on the server.')
  expect(noResponseFailure(error, null)).toEqual({ code: 'page_outdated' })
})

it.each([new Error('Failed to fetch'), new TypeError(''), 'not_signed_in', undefined])(
  'noResponseFailure: keeps the other failure for %s',
  (error) => {
    expect(noResponseFailure(error, null)).toBeNull()
  },
)
