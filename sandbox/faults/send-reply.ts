import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { ReplyPlan } from './reply-plan'

const DRIP_INTERVAL_MS = 50
const PAD_CHUNK = Buffer.alloc(65_536, ' ')

/**
 * Sends a reply according to its delivery, past the framework. The first call of `onEnd` gets
 * whether the whole reply was sent.
 */
export function sendReply(
  response: ServerResponse,
  reply: ReplyPlan,
  onEnd: (whole: boolean) => void,
): void {
  response.once('finish', () => onEnd(true))
  response.once('close', () => onEnd(false))
  const bytes = Buffer.from(reply.payload)
  const { delivery } = reply
  switch (delivery.kind) {
    case 'whole':
      writeHead(response, reply, bytes.length)
      response.end(bytes)
      return
    case 'drop':
      response.destroy()
      return
    case 'hang':
      return
    case 'cut':
      writeHead(response, reply, bytes.length)
      response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.destroy())
      return
    case 'drip':
      writeHead(response, reply, bytes.length)
      drip(response, bytes, delivery.bytesPerSecond)
      return
    case 'padded': {
      const padding = Math.max(0, delivery.bytes - bytes.length)
      writeHead(response, reply, bytes.length + padding)
      Readable.from(padded(bytes, padding)).pipe(response)
      return
    }
    case 'stale': {
      const { socket } = response
      writeHead(response, reply, bytes.length)
      response.end(bytes, () => setTimeout(() => socket?.destroy(), delivery.afterMs))
      return
    }
  }
}

function writeHead(response: ServerResponse, reply: ReplyPlan, length: number): void {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': length })
}

function drip(response: ServerResponse, bytes: Buffer, bytesPerSecond: number): void {
  const startedAtMs = Date.now()
  let sent = 0
  const timer = setInterval(() => {
    const due = Math.floor(((Date.now() - startedAtMs) / 1000) * bytesPerSecond)
    const end = Math.min(bytes.length, due)
    if (end > sent) response.write(bytes.subarray(sent, end))
    sent = end
    if (sent < bytes.length) return
    clearInterval(timer)
    response.end()
  }, DRIP_INTERVAL_MS)
  response.once('close', () => clearInterval(timer))
}

function* padded(bytes: Buffer, padding: number): Generator<Buffer> {
  yield bytes
  for (let left = padding; left > 0; left -= PAD_CHUNK.length) {
    yield left >= PAD_CHUNK.length ? PAD_CHUNK : PAD_CHUNK.subarray(0, left)
  }
}
