import { describe, expect, it, vi } from 'vitest'
import { TokenCache } from './token-cache'

function cacheWith(lifetimeMs: number) {
  let now = 0
  let number = 0
  const fetchToken = vi.fn(async () => {
    number += 1
    const cached = { token: `token-${number}`, renewAtMs: now + lifetimeMs }
    return { ok: true as const, cached }
  })
  const cache = new TokenCache<string>(fetchToken, () => now)
  return { cache, fetchToken, passTime: (ms: number) => (now += ms) }
}

describe('TokenCache', () => {
  it('fetches once for callers that arrive together', async () => {
    const { cache, fetchToken } = cacheWith(1000)
    const tokens = await Promise.all([cache.get(), cache.get(), cache.get()])
    expect(fetchToken).toHaveBeenCalledTimes(1)
    expect(tokens).toEqual(Array(3).fill({ ok: true, token: 'token-1' }))
  })

  it('renews when due', async () => {
    const { cache, passTime } = cacheWith(1000)
    await cache.get()
    passTime(1000)
    expect(await cache.get()).toEqual({ ok: true, token: 'token-2' })
  })

  it('drops a refused token once, however many calls were refused with it', async () => {
    const { cache, fetchToken } = cacheWith(1000)
    await cache.get()
    cache.discard('token-1')
    await cache.get()
    cache.discard('token-1')
    expect(await cache.get()).toEqual({ ok: true, token: 'token-2' })
    expect(fetchToken).toHaveBeenCalledTimes(2)
  })

  it('keeps no failure', async () => {
    let fails = true
    const cache = new TokenCache<string>(
      async () =>
        fails
          ? { ok: false, problem: 'down' }
          : { ok: true, cached: { token: 'late', renewAtMs: 1 } },
      () => 0,
    )
    expect(await cache.get()).toEqual({ ok: false, problem: 'down' })
    fails = false
    expect(await cache.get()).toEqual({ ok: true, token: 'late' })
  })
})
