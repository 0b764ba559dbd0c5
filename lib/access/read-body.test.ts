import { describe, expect, it } from 'vitest'
import { readBody } from './read-body'

const BOUNDS = { bytes: 10, timeoutMs: 100 }

function post(body: BodyInit | null, headers: Record<string, string> = {}): Request {
  const init = { method: 'POST', body, headers, duplex: 'half' } as const
  return new Request('http://localhost/', init)
}

/** A body in pieces; a null is never followed by anything. */
function pieces(...parts: readonly (string | null)[]): ReadableStream<Uint8Array> {
  const rest = [...parts]
  return new ReadableStream({
    pull: (controller) => {
      const part = rest.shift()
      if (part === null) return new Promise(() => undefined)
      if (part === undefined) controller.close()
      else controller.enqueue(Buffer.from(part))
      return undefined
    },
  })
}

describe('the body of a request', () => {
  it.each(['', 'æ', '1234567890'])('is read as it came: “%s”', async (text) => {
    expect(await readBody(post(text), BOUNDS)).toEqual({ ok: true, body: Buffer.from(text) })
  })

  it('is nothing where there is none', async () => {
    expect(await readBody(post(null), BOUNDS)).toEqual({ ok: true, body: Buffer.alloc(0) })
  })

  it('is read in pieces', async () => {
    const read = await readBody(post(pieces('12345', '67890')), BOUNDS)
    expect(read).toEqual({ ok: true, body: Buffer.from('1234567890') })
  })

  it('is refused unread when it says itself that it is too large', async () => {
    const request = post(pieces(null), { 'content-length': '11' })
    expect(await readBody(request, BOUNDS)).toEqual({ ok: false, problem: 'too_large' })
  })

  it('is refused when it is larger than it says', async () => {
    const request = post(pieces('12345', '678901', null), { 'content-length': '5' })
    expect(await readBody(request, BOUNDS)).toEqual({ ok: false, problem: 'too_large' })
  })

  it('is refused when it stops coming', async () => {
    expect(await readBody(post(pieces('12345', null)), BOUNDS)).toEqual({
      ok: false,
      problem: 'too_slow',
    })
  })
})
