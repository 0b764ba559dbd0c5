import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const PAGE = { headers: { rsc: '1' } }

let sent: unknown[]
let marks: (string | null)[]
let isCut: boolean
let page: { fetch: typeof fetch }

beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  sent = []
  marks = []
  isCut = true
  page = {
    fetch: (input, init) => {
      sent.push(input)
      marks.push(new Headers(init?.headers).get('x-paydesk-unattended'))
      return isCut ? Promise.reject(new TypeError('lost')) : Promise.resolve(new Response('there'))
    },
  }
  vi.stubGlobal('window', page)
  vi.stubGlobal('fetch', (input: string) => page.fetch(input))
  const { outlastOutages } = await import('./outlast-outages')
  outlastOutages()
  outlastOutages()
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('outlastOutages', () => {
  it('makes a lost read of a page again once Paydesk answers', async () => {
    const read = page.fetch('/transactions/a', PAGE)
    await vi.advanceTimersByTimeAsync(2_500)
    expect(sent).toEqual(['/transactions/a', '/api/health/live', '/api/health/live'])
    isCut = false
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await (await read).text()).toBe('there')
    expect(sent.slice(3)).toEqual(['/api/health/live', '/transactions/a'])
  })

  it('marks the one read of a page that no person asked for', async () => {
    const { refreshUnattended } = await import('./unattended')
    isCut = false
    refreshUnattended({ refresh: () => undefined })
    await page.fetch('/api/transactions/updates')
    await page.fetch('/transactions', { headers: { rsc: '1', 'next-router-prefetch': '1' } })
    await page.fetch('/transactions', PAGE)
    await page.fetch('/transactions', PAGE)
    expect(marks).toEqual([null, null, '1', null])
  })

  it.each([
    ['an action', { method: 'POST', headers: { rsc: '1', 'next-action': 'a' } }],
    ['a prefetch', { headers: { rsc: '1', 'next-router-prefetch': '1' } }],
    ['a read of data', {}],
    ['a read that is no longer wanted', { ...PAGE, signal: AbortSignal.abort() }],
  ])('leaves %s lost', async (_, init) => {
    await expect(page.fetch('/x', init)).rejects.toThrow('lost')
    expect(sent).toEqual(['/x'])
  })
})
