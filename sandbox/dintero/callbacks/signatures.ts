import { createHmac } from 'node:crypto'

/** The input of a session callback's signature. */
export interface CallbackToSign {
  readonly secret: string
  /** Seconds since the epoch. */
  readonly timestampS: number
  readonly accountId: string
  readonly method: string
  /** Address with its query; the body is not signed. */
  readonly url: URL
}

/** Value of the `Dintero-Signature` header (fact sheet §13.2). */
export function callbackSignature(callback: CallbackToSign): string {
  const { secret, timestampS, accountId, method, url } = callback
  const query = new URLSearchParams([...url.searchParams].sort(byName))
  const parts = [timestampS, accountId, method, url.hostname, url.pathname, query]
  const digest = createHmac('sha256', secret).update(parts.join('\n')).digest('hex')
  return `t=${timestampS},v0-hmac-sha256=${digest}`
}

/** Value of the `event-signature` header: over the exact bytes of the body (fact sheet §13.3). */
export function webhookSignature(secret: string, body: string): string {
  return createHmac('sha1', secret).update(body).digest('hex')
}

function byName([left]: [string, string], [right]: [string, string]): number {
  return left < right ? -1 : left > right ? 1 : 0
}
