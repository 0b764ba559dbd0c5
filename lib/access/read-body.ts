export type BodyRead =
  | { readonly ok: true; readonly body: Buffer }
  | { readonly ok: false; readonly problem: 'too_large' | 'too_slow' }

/**
 * Reads a request's body as it came, but no more than `bytes` of it and no longer than `timeoutMs`:
 * the rest of a body that is larger or slower is never read.
 */
export async function readBody(
  request: Request,
  bounds: { readonly bytes: number; readonly timeoutMs: number },
): Promise<BodyRead> {
  if (Number(request.headers.get('content-length')) > bounds.bytes) {
    return { ok: false, problem: 'too_large' }
  }
  if (request.body === null) return { ok: true, body: Buffer.alloc(0) }
  const reader = (request.body as ReadableStream<Uint8Array>).getReader()
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), bounds.timeoutMs)
  })
  try {
    const chunks: Uint8Array[] = []
    let length = 0
    for (;;) {
      const next = await Promise.race([reader.read(), deadline])
      if (next === 'late') return { ok: false, problem: 'too_slow' }
      if (next.done) return { ok: true, body: Buffer.concat(chunks) }
      length += next.value.length
      if (length > bounds.bytes) return { ok: false, problem: 'too_large' }
      chunks.push(next.value)
    }
  } finally {
    clearTimeout(timer)
    void reader.cancel().catch(() => undefined)
  }
}
