import { parseLimitEnd } from '../http/retry-after'
import { sendRequest, type HttpResponse, type HttpRequest } from '../http/send-request'
import {
  basicAuthorization,
  callWithToken,
  malformedToken,
  refusedToken,
  requestToken,
  type NoToken,
  type NoTokenResult,
} from '../http/token-access'
import { TokenCache, type CachedToken } from '../http/token-cache'
import type { ConnectionCredentials } from '../port'
import { errorMessage } from './errors'
import { dinteroToken } from './schema'
import type { DinteroSecret } from './settings'

export interface ApiRequest extends Pick<HttpRequest, 'body' | 'timeoutMs' | 'startBeforeMs'> {
  readonly method: 'GET' | 'POST'
  /** Below the base URL, beginning with a slash. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Statuses of requests that were rejected before they were processed (§2.4). */
const TOKEN_REFUSALS = [401, 403]

const SYSTEM_HEADERS = {
  accept: 'application/json',
  'dintero-system-name': 'paydesk',
  'dintero-system-version': '0.1.0',
} as const

/** One account's authenticated way to the API: fetches tokens, renews them, repeats once (§2.4). */
export class DinteroSession {
  readonly accountId: string
  readonly #tokens: TokenCache<NoToken>

  constructor(
    private readonly credentials: ConnectionCredentials,
    private readonly secret: DinteroSecret,
    private readonly nowMs: () => number,
  ) {
    this.accountId = credentials.accountId
    this.#tokens = new TokenCache(() => this.#fetchToken(), nowMs)
  }

  /** Sends a request with a token. */
  call(request: ApiRequest): Promise<HttpResponse | NoToken> {
    return callWithToken(this.#tokens, (token) => this.#send(request, token), TOKEN_REFUSALS)
  }

  #send({ path, headers, ...request }: ApiRequest, token: string): Promise<HttpResponse> {
    const json = request.body === null ? {} : { 'content-type': 'application/json' }
    return sendRequest({
      provider: 'dintero',
      ...request,
      url: this.credentials.baseUrl + path,
      headers: { ...SYSTEM_HEADERS, ...json, ...headers, authorization: `Bearer ${token}` },
    })
  }

  async #fetchToken(): Promise<{ ok: true; cached: CachedToken } | NoTokenResult> {
    const { accountId, baseUrl } = this.credentials
    const { clientId, clientSecret } = this.secret
    const response = await requestToken(
      {
        provider: 'dintero',
        url: `${baseUrl}/accounts/${encodeURIComponent(accountId)}/auth/token`,
        headers: {
          ...SYSTEM_HEADERS,
          'content-type': 'application/json',
          authorization: basicAuthorization(clientId, clientSecret),
        },
        body: JSON.stringify({
          grant_type: 'client_credentials',
          audience: `https://api.dintero.com/v1/accounts/${accountId}`,
        }),
      },
      (response) => {
        const message = errorMessage(response.body)?.message ?? `HTTP ${response.status}`
        const isOfCredentials = [400, 401, 403].includes(response.status)
        return refusedToken(isOfCredentials, message, parseLimitEnd(response, this.nowMs()))
      },
    )
    if (!response.ok) return response
    const token = dinteroToken.safeParse(response.json)
    if (!token.success) return malformedToken()
    const { access_token, expires_in } = token.data
    const renewAtMs = this.nowMs() + (expires_in * 1000) / 2
    return { ok: true, cached: { token: access_token, renewAtMs } }
  }
}
