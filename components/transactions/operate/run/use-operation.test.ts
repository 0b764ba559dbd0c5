import { afterEach, expect, it, vi } from 'vitest'
import { NO_RESPONSE_AFTER_MS } from '@/lib/config/browser-limits'
import { failure } from '@/lib/domain/operation/result'
import { awaitResult } from './use-operation'

const internal = (phase: 'before' | 'during') =>
  failure('internal', { values: { phase, requestId: 'r' } })

const notSlow = () => {
  throw new Error('it was not slow')
}

afterEach(() => {
  vi.useRealTimers()
})

it('an action that failed while it ran has an unknown outcome', async () => {
  expect(await awaitResult(Promise.resolve(internal('during')), notSlow)).toBeNull()
  expect(await awaitResult(Promise.reject(new Error('no connection')), notSlow)).toBeNull()
  const reused = Promise.resolve(failure('operation_id_reused'))
  expect(await awaitResult(reused, notSlow)).toBeNull()
})

it.each([internal('before'), failure('database_refused')])(
  'a failure that is known to have started nothing is returned at once: %j',
  async (result) => {
    expect(await awaitResult(Promise.resolve(result), notSlow)).toEqual(result)
  },
)

it('an action without a response is slow at first, and given up at the bound', async () => {
  vi.useFakeTimers()
  const onSlow = vi.fn()
  const given = vi.fn()
  void awaitResult(new Promise(() => undefined), onSlow).then(given)
  await vi.advanceTimersByTimeAsync(NO_RESPONSE_AFTER_MS - 1)
  expect(onSlow).toHaveBeenCalledOnce()
  expect(given).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(given).toHaveBeenCalledExactlyOnceWith(null)
})
