import { connect } from 'node:net'

/** A request in the exact form in which a published client sends it. */
export interface PublishedRequest {
  /** The client, and what it wants. */
  readonly title: string
  /** The part of the provider's fact sheet that says so. */
  readonly section: string
  /** Request line and headers, in their order and letter case; `{token}` stands for a token. */
  readonly head: readonly string[]
  readonly body: string
  /** The payment that is there before, as the control API makes it. */
  readonly given?: object
  readonly settings?: object
  /** Fields that the answer of the fact sheet has, and its status. */
  readonly answer: { readonly status: number; readonly body: object }
}

/** The published requests of a provider, and what its part of the sandbox is called. */
export interface PublishedRequests {
  readonly provider: string
  /** The path here of each of the provider's hosts. */
  readonly mounts: Readonly<Record<string, string>>
  readonly requests: readonly PublishedRequest[]
}

export interface RawResponse {
  readonly status: number
  readonly body: unknown
}

const TIMEOUT_MS = 5_000

/** The bytes of a request; only its host has become a folder of the sandbox. */
export function bytesOf(
  { head, body }: PublishedRequest,
  mounts: PublishedRequests['mounts'],
  token: string,
): Buffer {
  const [line = '', ...headers] = head
  const host = headers.find((header) => /^host:/i.test(header))?.replace(/^host:\s*/i, '') ?? ''
  const mount = mounts[host]
  if (mount === undefined) throw new Error(`the host ${host} has no folder`)
  const text = [line.replace(' /', ` ${mount}/`), ...headers, '', body].join('\r\n')
  return Buffer.from(text.replace('{token}', token))
}

/** Writes bytes to a socket, adding nothing, and reads one response. */
export function sendBytes(url: string, bytes: Buffer): Promise<RawResponse> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0)
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('no whole response in time')))
    socket.on('error', reject)
    socket.on('close', () => reject(new Error(`closed after ${received.toString()}`)))
    socket.on('data', (part) => {
      received = Buffer.concat([received, part])
      const response = parseResponse(received)
      if (response === null) return
      resolve(response)
      socket.destroy()
    })
  })
}

/** A response with a length; null while a part of it is still to come. */
function parseResponse(received: Buffer): RawResponse | null {
  const headEnd = received.indexOf('\r\n\r\n')
  if (headEnd < 0) return null
  const head = received.subarray(0, headEnd).toString()
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? '0')
  const body = received.subarray(headEnd + 4)
  if (body.length < length) return null
  const text = body.toString()
  return {
    status: Number(head.split(' ')[1]),
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
  }
}
