import { LIMITS } from '@/lib/config/limits'
import { plainStatusDetail } from '@/lib/domain/operation/status-detail'
import type { ReadFailure, ReadProblem } from '../port'
import { parseJson } from './json-body'
import { sendRequest, type HttpResponse, type HttpRequest } from './send-request'
import type { TokenCache } from './token-cache'

/** Nothing was sent, because no token could be had. */
export interface NoToken {
  readonly kind: 'no_token'
  readonly problem: ReadProblem
  readonly message: string
  /** Earliest time of the next request for a token (ISO 8601), where the provider says so. */
  readonly retryAt: string | null
  /** Set where the credentials are right and lack a right. */
  readonly cause?: ReadFailure['cause']
}

export interface NoTokenResult {
  readonly ok: false
  readonly problem: NoToken
}

type Answered = Extract<HttpResponse, { kind: 'answer' }>

/**
 * Sends a request with a token. A response after which, by the provider's documentation, nothing
 * was executed, because it did not take the token, makes the token be renewed once and the request
 * be repeated once; a second refusal is the answer.
 */
export async function callWithToken(
  tokens: TokenCache<NoToken>,
  send: (token: string) => Promise<HttpResponse>,
  refusalStatuses: readonly number[],
): Promise<HttpResponse | NoToken> {
  const first = await tokens.get()
  if (!first.ok) return first.problem
  const response = await send(first.token)
  if (response.kind !== 'answer' || !refusalStatuses.includes(response.status)) return response
  tokens.discard(first.token)
  const second = await tokens.get()
  if (!second.ok) return response
  return send(second.token)
}

/** Asks for a token; `refusal` reads any answer but 200. */
export async function requestToken(
  request: Pick<HttpRequest, 'provider' | 'url' | 'headers' | 'body'>,
  refusal: (response: Answered) => NoTokenResult,
): Promise<{ readonly ok: true; readonly json: unknown } | NoTokenResult> {
  const timeoutMs = LIMITS.provider.readTimeoutMs
  const response = await sendRequest({ ...request, method: 'POST', timeoutMs })
  if (response.kind !== 'answer') {
    return noToken(
      'unavailable',
      `The provider could not be reached: ${plainStatusDetail(response.problem)}.`,
    )
  }
  return response.status === 200
    ? { ok: true, json: parseJson(response.body)?.value }
    : refusal(response)
}

/** The refusal of a token, with the provider's message. */
export function refusedToken(
  isOfCredentials: boolean,
  message: string,
  retryAt: string | null = null,
): NoTokenResult {
  return isOfCredentials
    ? noToken(
        'unauthorized',
        `The provider did not accept the credentials of this connection (${message}).`,
        retryAt,
      )
    : noToken('unavailable', `The provider could not give access now (${message}).`, retryAt)
}

/** A token's answer that has not the form that it should have. */
export function malformedToken(): NoTokenResult {
  return noToken('malformed', 'The provider’s token answer made no sense.')
}

export function noToken(
  problem: ReadProblem,
  message: string,
  retryAt: string | null = null,
): NoTokenResult {
  return { ok: false, problem: { kind: 'no_token', problem, message, retryAt } }
}

/** The header `Authorization` with a name and a password, by HTTP's Basic scheme. */
export function basicAuthorization(name: string, password: string): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`
}
