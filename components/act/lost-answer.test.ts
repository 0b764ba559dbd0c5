import { expect, it } from 'vitest'
import { lostAnswer } from './lost-answer'

it('knows that nothing was done when the server refused to look at an action', () => {
  expect(lostAnswer(new Error('not_signed_in'), null)).toEqual({ code: 'not_signed_in' })
})

it.each([new Error('Failed to fetch'), new TypeError(''), 'not_signed_in', undefined])(
  'takes %s for an answer that was lost',
  (error) => {
    expect(lostAnswer(error, null)).toBeNull()
  },
)
