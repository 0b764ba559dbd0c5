import { expect, it } from 'vitest'
import { failure } from '@/lib/domain/operation/result'
import { answerOf } from './answer-of'

const internal = (phase: 'before' | 'during') =>
  failure('internal', { values: { phase, requestId: 'r' } })

it('an action that broke while it ran says nothing about what happened', async () => {
  expect(await answerOf(Promise.resolve(internal('during')))).toBeNull()
  expect(await answerOf(Promise.reject(new Error('no connection')))).toBeNull()
})

it.each([internal('before'), failure('database_refused')])(
  'a failure that is known to have started nothing is told at once: %j',
  async (result) => {
    expect(await answerOf(Promise.resolve(result))).toEqual(result)
  },
)
