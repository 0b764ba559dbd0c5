import { LIMITS } from '@/lib/config/limits'
import { plainSaying } from '@/lib/domain/operation/saying'
import { parseJson } from '../http/json-body'
import { sendRequest, type HttpAnswer } from '../http/send-request'
import { TokenCache, type CachedToken } from '../http/token-cache'
import type { ConnectionCredentials, ReadProblem } from '../port'
import { nativeToken, tokenError, type NativeSecret } from './schema'

export interface ApiRequest {
  readonly method: 'GET' | 'POST'
  /** Below the base URL, beginning and ending with a slash. */
  readonly path: string
  readonly body: string | null
  readonly timeoutMs: number
  readonly startBeforeMs?: number
}

/** Nothing was sent, because no token could be had. */
export interface NoToken {
  readonly kind: 'no_token'
  readonly problem: ReadProblem
  readonly message: string
}

export const API_ORIGIN = 'https://api.bambora.com'
export const TOKEN_ORIGIN = 'https://auth.bambora.com'

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

  /**
   * Sends a request with a token. A 401 means that nothing was executed: the token is renewed once
   * and the request repeated once; a second refusal is the answer.
   */
  async call(request: ApiRequest): Promise<HttpAnswer | NoToken> {
    const first = await this.#tokens.get()
    if (!first.ok) return first.problem
    const answer = await this.#send(request, first.token)
    if (answer.kind !== 'answer' || answer.status !== 401) return answer
    this.#tokens.discard(first.token)
    const second = await this.#tokens.get()
    if (!second.ok) return answer
    return this.#send(request, second.token)
  }

  #send({ path, ...request }: ApiRequest, token: string): Promise<HttpAnswer> {
    const json = request.body === null ? {} : { 'content-type': 'application/json' }
    return sendRequest({
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

  async #fetchToken(): Promise<
    { ok: true; cached: CachedToken } | { ok: false; problem: NoToken }
  > {
    const basic = Buffer.from(`${this.secret.clientId}:${this.secret.clientSecret}`)
    const answer = await sendRequest({
      method: 'POST',
      url: tokenUrl(this.credentials.baseUrl),
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${basic.toString('base64')}`,
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: SCOPES }).toString(),
      timeoutMs: LIMITS.provider.readTimeoutMs,
    })
    if (answer.kind !== 'answer') {
      return noToken(
        'unavailable',
        `The provider could not be reached: ${plainSaying(answer.problem)}.`,
      )
    }
    if (answer.status !== 200) return noToken(...refusedToken(answer.status, answer.body))
    const token = nativeToken.safeParse(parseJson(answer.body)?.value)
    if (!token.success) return noToken('malformed', 'The provider’s token answer made no sense.')
    const { access_token, expires_in } = token.data
    const lifetimeMs = expires_in === undefined ? ASSUMED_LIFETIME_MS : expires_in * 1000
    // A token that lives shorter than the margin is used for half its life.
    const usedMs = Math.max(lifetimeMs - EARLY_MS, lifetimeMs / 2)
    return { ok: true, cached: { token: access_token, renewAtMs: this.nowMs() + usedMs } }
  }
}

/** Tokens come from a host of their own; the sandbox has both below one address. */
function tokenUrl(baseUrl: string): string {
  const { origin, pathname } = new URL(baseUrl)
  if (origin === API_ORIGIN) return `${TOKEN_ORIGIN}/connect/token`
  return `${origin}${pathname.replace(/\/v\d+$/, '')}/connect/token`
}

function refusedToken(status: number, body: string): [ReadProblem, string] {
  const said = tokenError.safeParse(parseJson(body)?.value).data?.error ?? `HTTP ${status}`
  if (said === 'invalid_scope') {
    return ['unauthorized', 'The credentials of this connection may not capture, void and refund.']
  }
  return status === 400 || status === 401 || status === 403
    ? ['unauthorized', `The provider did not accept the credentials of this connection (${said}).`]
    : ['unavailable', `The provider could not give access now (${said}).`]
}

function noToken(problem: ReadProblem, message: string): { ok: false; problem: NoToken } {
  return { ok: false, problem: { kind: 'no_token', problem, message } }
}
