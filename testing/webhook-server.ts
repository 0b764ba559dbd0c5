import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { POST } from '@/app/api/webhooks/[provider]/[connectionId]/route'

export interface WebhookServer {
  readonly port: number
  stop(): Promise<void>
}

/** The application's webhook addresses on a port of their own, with nothing else around them. */
export async function startWebhookServer(): Promise<WebhookServer> {
  const server = createServer((incoming, outgoing) => {
    void answer(incoming).then((response) => {
      outgoing.writeHead(response.status, { connection: 'close' }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function answer(incoming: IncomingMessage): Promise<Response> {
  const { method = 'GET', url = '/', headers } = incoming
  const address = new URL(url, 'http://localhost')
  const [provider = '', connectionId = ''] = address.pathname.split('/').slice(3)
  const hasBody = method !== 'GET'
  const request = new Request(address, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      String(value ?? ''),
    ]),
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
  })
  return POST(request, { params: Promise.resolve({ provider, connectionId }) })
}
