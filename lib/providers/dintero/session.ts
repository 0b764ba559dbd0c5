import { LIMITS } from '@/lib/config/limits'
import { plainSaying } from '@/lib/domain/operation/saying'
import { parseJson } from '../http/json-body'
import { retryTime } from '../http/retry-after'
import { sendRequest, type HttpAnswer } from '../http/send-request'
import { TokenCache, type CachedToken } from '../http/token-cache'
import type { ConnectionCredentials, ReadProblem } from '../port'
import { errorMessage } from './errors'
import { dinteroToken, type DinteroSecret } from './schema'

export interface ApiRequest {
  readonly method: 'GET' | 'POST'
  /** Below the base URL, beginning with a slash. */
  readonly path: string
  readonly body: string | null
  readonly timeoutMs: number
  readonly startBeforeMs?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** Nothing was sent, because no token could be had. */
export interface NoToken {
  readonly kind: 'no_token'
  readonly problem: ReadProblem
  readonly message: string
  /** When a token may be asked for again (ISO 8601), where the provider says so (§2.3). */
  readonly retryAt: string | null
}

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

  /**
   * Sends a request with a token. A 401 or 403 was rejected before processing: the token is
   * renewed once and the request repeated once; a second refusal is the answer.
   */
  async call(request: ApiRequest): Promise<HttpAnswer | NoToken> {
    const first = await this.#tokens.get()
    if (!first.ok) return first.problem
    const answer = await this.#send(request, first.token)
    if (!isAuthRefusal(answer)) return answer
    this.#tokens.discard(first.token)
    const second = await this.#tokens.get()
    if (!second.ok) return answer
    return this.#send(request, second.token)
  }

  #send(request: ApiRequest, token: string): Promise<HttpAnswer> {
    const json = request.body === null ? {} : { 'content-type': 'application/json' }
    return sendRequest({
      method: request.method,
      url: this.credentials.baseUrl + request.path,
      headers: { ...SYSTEM_HEADERS, ...json, ...request.headers, authorization: `Bearer ${token}` },
      body: request.body,
      timeoutMs: request.timeoutMs,
      ...(request.startBeforeMs !== undefined && { startBeforeMs: request.startBeforeMs }),
    })
  }

  async #fetchToken(): Promise<
    { ok: true; cached: CachedToken } | { ok: false; problem: NoToken }
  > {
    const { accountId, baseUrl } = this.credentials
    const basic = Buffer.from(`${this.secret.clientId}:${this.secret.clientSecret}`)
    const answer = await sendRequest({
      method: 'POST',
      url: `${baseUrl}/accounts/${encodeURIComponent(accountId)}/auth/token`,
      headers: {
        ...SYSTEM_HEADERS,
        'content-type': 'application/json',
        authorization: `Basic ${basic.toString('base64')}`,
      },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        audience: `https://api.dintero.com/v1/accounts/${accountId}`,
      }),
      timeoutMs: LIMITS.provider.readTimeoutMs,
    })
    if (answer.kind !== 'answer') {
      return noToken(
        'unavailable',
        `The provider could not be reached: ${plainSaying(answer.problem)}.`,
      )
    }
    if (answer.status !== 200) {
      const said = errorMessage(answer.body)?.message ?? `HTTP ${answer.status}`
      const refused = answer.status === 401 || answer.status === 403 || answer.status === 400
      return noToken(
        refused ? 'unauthorized' : 'unavailable',
        refused
          ? `The provider did not accept the credentials of this connection (${said}).`
          : `The provider could not give access now (${said}).`,
        retryTime(answer, this.nowMs()),
      )
    }
    const token = dinteroToken.safeParse(parseJson(answer.body)?.value)
    if (!token.success) return noToken('malformed', 'The provider’s token answer made no sense.')
    const lifetimeMs = token.data.expires_in * 1000
    return {
      ok: true,
      cached: { token: token.data.access_token, renewAtMs: this.nowMs() + lifetimeMs / 2 },
    }
  }
}

function isAuthRefusal(answer: HttpAnswer): boolean {
  return answer.kind === 'answer' && (answer.status === 401 || answer.status === 403)
}

function noToken(
  problem: ReadProblem,
  message: string,
  retryAt: string | null = null,
): { ok: false; problem: NoToken } {
  return { ok: false, problem: { kind: 'no_token', problem, message, retryAt } }
}
