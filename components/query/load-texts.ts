import { isObject } from './read-json'
import type { Messages } from 'next-intl'

const READ_TIMEOUT_MS = 10_000
/** A page whose texts do not come stays as the server made it, and tries again. */
const PAUSES_MS = [250, 500, 1_000, 2_000, 5_000]

const loaded = new Map<string, Promise<Messages>>()

/** The texts at an address, read once a page; never rejects. */
export function loadTexts(path: string): Promise<Messages> {
  const known = loaded.get(path)
  if (known !== undefined) return known
  const texts = readTexts(path)
  loaded.set(path, texts)
  return texts
}

async function readTexts(path: string): Promise<Messages> {
  for (let times = 0; ; times += 1) {
    try {
      const response = await fetch(path, { signal: AbortSignal.timeout(READ_TIMEOUT_MS) })
      const body = response.ok ? await readZipped(response) : null
      if (isObject(body)) return body as unknown as Messages
    } catch {
      // As without an answer.
    }
    await pause(PAUSES_MS[Math.min(times, PAUSES_MS.length - 1)] ?? 0)
  }
}

/** The JSON in a zipped answer. */
async function readZipped({ body }: Response): Promise<unknown> {
  if (body === null) return null
  return new Response(body.pipeThrough(new DecompressionStream('gzip'))).json()
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs))
}
