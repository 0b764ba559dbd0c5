import { parseJson } from '../http/json-body'
import { parseLimitEnd } from '../http/retry-after'
import { sendRequest, type HttpResponse, type HttpRequest } from '../http/send-request'
import {
  basicAuthorization,
  callWithToken,
  malformedToken,
  noToken,
  refusedToken,
  requestToken,
  type NoToken,
  type NoTokenResult,
} from '../http/token-access'
import { TokenCache, type CachedToken } from '../http/token-cache'
import type { ConnectionCredentials } from '../port'
import { BAMBORA_NATIVE } from './profile'
import { nativeToken, tokenError } from './schema'
import type { NativeSecret } from './settings'

export interface ApiRequest extends Pick<HttpRequest, 'body' | 'timeoutMs' | 'startBeforeMs'> {
  readonly method: 'GET' | 'POST'
  /** Below the base URL, beginning and ending with a slash. */
  readonly path: string
}

/** Statuses that mean that nothing was executed (§3). */
const TOKEN_REFUSALS = [401]

/** The rights that a back office needs, and no more (fact sheet §3). */
const SCOPES = 'read_payment capture_payment cancel_payment refund_payment'

/** A token is renewed this long before it ends, and after five minutes when nothing says when. */
const EARLY_MS = 60_000
const ASSUMED_LIFETIME_MS = 5 * 60_000

/** One merchant's authenticated way to the API: fetches tokens, renews them, repeats once (§3). */
export class NativeSession {
  readonly #tokens: TokenCache<NoToken>

  constructor(
    private readonly credentials: ConnectionCredentials,
    private readonly secret: NativeSecret,
    private readonly nowMs: () => number,
  ) {
    this.#tokens = new TokenCache(() => this.#fetchToken(), nowMs)
  }

  get accountId(): string {
    return this.credentials.accountId
  }

  /** Sends a request with a token. */
  call(request: ApiRequest): Promise<HttpResponse | NoToken> {
    return callWithToken(this.#tokens, (token) => this.#send(request, token), TOKEN_REFUSALS)
  }

  #send({ path, ...request }: ApiRequest, token: string): Promise<HttpResponse> {
    const json = request.body === null ? {} : { 'content-type': 'application/json' }
    return sendRequest({
      provider: 'bambora-native',
      ...request,
      url: this.credentials.baseUrl + path,
      headers: {
        accept: 'application/json',
        'api-version': '1',
        ...json,
        authorization: `Bearer ${token}`,
      },
    })
  }

  async #fetchToken(): Promise<{ ok: true; cached: CachedToken } | NoTokenResult> {
    const response = await requestToken(
      {
        provider: 'bambora-native',
        url: tokenUrl(this.credentials.baseUrl),
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          authorization: basicAuthorization(this.secret.clientId, this.secret.clientSecret),
        },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope: SCOPES }).toString(),
      },
      (response) => tokenRefusal(response, this.nowMs()),
    )
    if (!response.ok) return response
    const token = nativeToken.safeParse(response.json)
    if (!token.success) return malformedToken()
    const { access_token, expires_in } = token.data
    const lifetimeMs = expires_in === undefined ? ASSUMED_LIFETIME_MS : expires_in * 1000
    // A token that lives shorter than the margin is used for half its life.
    const usedMs = Math.max(lifetimeMs - EARLY_MS, lifetimeMs / 2)
    return { ok: true, cached: { token: access_token, renewAtMs: this.nowMs() + usedMs } }
  }
}

/** Tokens come from a host of their own; the sandbox has both below one address. */
function tokenUrl(baseUrl: string): string {
  const [api, tokens = ''] = BAMBORA_NATIVE.origins
  const { origin, pathname } = new URL(baseUrl)
  if (origin === api) return `${tokens}/connect/token`
  return `${origin}${pathname.replace(/\/v\d+$/, '')}/connect/token`
}

function tokenRefusal(
  response: Extract<HttpResponse, { kind: 'answer' }>,
  nowMs: number,
): NoTokenResult {
  const { status, body } = response
  const message = tokenError.safeParse(parseJson(body)?.value).data?.error ?? `HTTP ${status}`
  if (message === 'invalid_scope') {
    const refused = 'The credentials of this connection may not capture, void and refund.'
    return {
      ok: false,
      problem: { ...noToken('unauthorized', refused).problem, cause: 'read_only' },
    }
  }
  const isOfCredentials = [400, 401, 403].includes(status)
  return refusedToken(isOfCredentials, message, parseLimitEnd(response, nowMs))
}
