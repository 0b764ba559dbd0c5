import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A call as the receiver got it. */
export interface ReceivedCall {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: unknown
}

/** How the receiver answers; `silence` never does. */
export type CallAnswer =
  { readonly status: number; readonly location?: string } | { readonly silence: true }

/** An HTTP server on this machine that takes webhook calls, for one test file. */
export interface CallReceiver {
  readonly url: string
  readonly received: ReceivedCall[]
  /** How it answers from now on. */
  answer: CallAnswer
  stop(): Promise<void>
}

export async function startCallReceiver(): Promise<CallReceiver> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8')
      const body: unknown = text === '' ? null : JSON.parse(text)
      receiver.received.push({ path: request.url ?? '', headers: request.headers, body })
      const { answer } = receiver
      if ('silence' in answer) return
      const { status, location } = answer
      response.writeHead(status, location === undefined ? {} : { location }).end('x'.repeat(100))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const receiver: CallReceiver = {
    url: `http://127.0.0.1:${port}`,
    received: [],
    answer: { status: 200 },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return receiver
}
