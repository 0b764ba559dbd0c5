import { IncomingMessage } from 'node:http'
import { isActionForm, isActionText, isFormAction } from './action-body'

interface Bounds {
  /** The most bytes that are read. */
  readonly bytes: number
  /** Only pages before signing in have a form, and an action that takes one. */
  readonly takesForm: boolean
}

/**
 * Reads the body of a request that calls a server action, and answers with a request that holds it;
 * or says why not. What is malformed Next would take for a fault of its own. Never answers when the
 * request ends before its body.
 */
export async function readActionBody(
  request: IncomingMessage,
  { bytes, takesForm }: Bounds,
): Promise<IncomingMessage | 'body_too_large' | 'malformed_request'> {
  const body = await wholeBody(request, bytes)
  if (body === null) return 'body_too_large'
  const type = request.headers['content-type'] ?? ''
  const isMultipart = type.startsWith('multipart/')
  const isWellFormed =
    request.headers['next-action'] === undefined
      ? takesForm && (await isActionForm(body, type))
      : isMultipart
        ? takesForm && (await isFormAction(body, type))
        : isActionText(body.toString())
  return isWellFormed ? withBody(request, body) : 'malformed_request'
}

/** Next itself sends on, without its length, what a page calls that has no such action. */
function wholeBody(request: IncomingMessage, bytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  return new Promise((resolve) => {
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= bytes) chunks.push(chunk)
      else resolve(null)
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
  })
}

/** The same request once more, with its body still to be read. */
function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket)
  const { method, url, headers, rawHeaders, httpVersion } = request
  const { httpVersionMajor, httpVersionMinor } = request
  const head = { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor }
  Object.assign(copy, head, { complete: true })
  copy.push(body)
  copy.push(null)
  return copy
}
