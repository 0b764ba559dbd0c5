import { IncomingMessage } from 'node:http'

const MULTIPART = /^multipart\/form-data; *boundary=[\w'()+,./:=?"-]{1,80}$/
/** React marks with these which action a form without scripts is for. */
const ACTION_MARK = /^\$ACTION_(ID|REF)_\w+$/

/**
 * Reads the sign-in form of a browser that runs no scripts, and answers with a request that holds
 * it; null when it is malformed, which Next would take for a fault of its own. The length of the
 * body must have been checked before. Never answers when the request ends before its body.
 */
export async function readSignInForm(request: IncomingMessage): Promise<IncomingMessage | null> {
  const type = request.headers['content-type'] ?? ''
  if (!MULTIPART.test(type)) return null
  const body = await wholeBody(request)
  return (await isActionForm(body, type)) ? withBody(request, body) : null
}

function wholeBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve) => {
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => resolve(Buffer.concat(chunks)))
  })
}

async function isActionForm(body: Buffer, type: string): Promise<boolean> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData()
    return [...form.keys()].some((name) => ACTION_MARK.test(name))
  } catch {
    return false
  }
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
