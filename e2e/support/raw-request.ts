import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { world } from './journey'

/** A request as it goes over the wire: nothing in it is corrected, as a browser would. */
export interface RawRequest {
  readonly method?: string
  /** What follows the method in the first line. */
  readonly path: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Buffer
  /** Sends the body again and again, and says nothing of its length. */
  readonly times?: number
  /** Never ends the body. */
  readonly unfinished?: boolean
}

export interface RawAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

const ANSWER_LIMIT_MS = 40_000

/** Sends a request to the application and reads its whole answer. */
export function sendRaw(rawRequest: RawRequest): Promise<RawAnswer> {
  const { host, hostname, port } = new URL(world().url)
  const { method = 'GET', path, body, headers } = rawRequest
  return new Promise((resolve, reject) => {
    const call = request(
      { host: hostname, port, method, path, agent: false, headers: { host, ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => (text += part))
        response.on('error', reject)
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
          call.destroy()
        })
      },
    )
    call.setTimeout(ANSWER_LIMIT_MS, () => call.destroy(new Error(`no answer to ${path}`)))
    call.on('error', reject)
    void sendBody()

    async function sendBody(): Promise<void> {
      for (let sent = 0; body !== undefined && sent < (rawRequest.times ?? 1); sent += 1) {
        if (!call.write(body)) await sleep(1)
      }
      if (rawRequest.unfinished !== true) call.end()
    }
  })
}
