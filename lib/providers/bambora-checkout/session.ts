import { sendRequest, type HttpResponse, type HttpRequest } from '../http/send-request'
import { basicAuthorization } from '../http/token-access'
import type { ConnectionCredentials } from '../port'
import { BAMBORA_CHECKOUT } from './profile'
import type { BamboraCheckoutSecret } from './settings'

/** The services that we speak to, each on a host of its own (fact sheet §2). */
export type Service = 'transaction' | 'merchant' | 'login'

export interface ApiRequest extends Pick<HttpRequest, 'body' | 'timeoutMs' | 'startBeforeMs'> {
  readonly service: Service
  readonly method: 'GET' | 'POST'
  /** Below the service's host, beginning with a slash. */
  readonly path: string
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
      authorization: authorizationOf(secret, credentials.accountId),
      'x-epay-system': 'paydesk/0.1.0',
    }
  }

  /** Sends a request once and waits for the answer, whatever it is. */
  call({ service, path, ...request }: ApiRequest): Promise<HttpResponse> {
    const json = request.body === null ? {} : { 'content-type': 'application/json' }
    return sendRequest({
      provider: 'bambora-checkout',
      ...request,
      url: serviceUrl(this.credentials.baseUrl, service) + path,
      headers: { ...this.#headers, ...json },
    })
  }
}

/** `{accessToken}@{merchantNumber}` with the secret token as the password (§3). */
export function authorizationOf(
  { accessToken, secretToken }: Pick<BamboraCheckoutSecret, 'accessToken' | 'secretToken'>,
  merchantNumber: string,
): string {
  return basicAuthorization(`${accessToken}@${merchantNumber}`, secretToken)
}

/**
 * The address of a service. Live, each has its host; anywhere else, such as the sandbox, they are
 * folders below the base URL.
 */
export function serviceUrl(baseUrl: string, service: Service): string {
  return BAMBORA_CHECKOUT.origins.includes(new URL(baseUrl).origin)
    ? `https://${service}-v1.api-eu.bambora.com`
    : `${baseUrl}/${service}`
}
