import { sendRequest, type HttpAnswer } from '../http/send-request'
import type { ConnectionCredentials } from '../port'
import type { BamboraCheckoutSecret } from './schema'
import { serviceUrl, type Service } from './services'

export interface ApiRequest {
  readonly service: Service
  readonly method: 'GET' | 'POST'
  /** Below the service's host, beginning with a slash. */
  readonly path: string
  readonly body: string | null
  readonly timeoutMs: number
  readonly startBeforeMs?: number
}

/** Sends requests in the name of one API user (fact sheet §3). */
export class BamboraCheckoutSession {
  readonly #headers: Readonly<Record<string, string>>

  constructor(
    readonly credentials: ConnectionCredentials,
    secret: BamboraCheckoutSecret,
  ) {
    this.#headers = {
      accept: 'application/json',
      authorization: basicAuthorization(secret, credentials.accountId),
      'x-epay-system': 'paydesk/0.1.0',
    }
  }

  /** Sends a request once and waits for the answer, whatever it is. */
  call(request: ApiRequest): Promise<HttpAnswer> {
    const json = request.body === null ? {} : { 'content-type': 'application/json' }
    return sendRequest({
      method: request.method,
      url: serviceUrl(this.credentials.baseUrl, request.service) + request.path,
      headers: { ...this.#headers, ...json },
      body: request.body,
      timeoutMs: request.timeoutMs,
      ...(request.startBeforeMs !== undefined && { startBeforeMs: request.startBeforeMs }),
    })
  }
}

/** `{accessToken}@{merchantNumber}` with the secret token as the password (§3). */
export function basicAuthorization(
  secret: Pick<BamboraCheckoutSecret, 'accessToken' | 'secretToken'>,
  merchantNumber: string,
): string {
  const pair = `${secret.accessToken}@${merchantNumber}:${secret.secretToken}`
  return `Basic ${Buffer.from(pair).toString('base64')}`
}
