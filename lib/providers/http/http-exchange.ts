import type { HttpExchange } from '@/lib/domain/operation/http-exchange'
import type { CodedStatusDetail } from '@/lib/domain/operation/status-detail'
import { redactBody } from './redact'
import type { HttpResponse } from './send-request'
import type { NoToken } from './token-access'

/** The part of a request that is kept. */
export interface RecordedRequest {
  readonly method: 'GET' | 'POST'
  /** Below the base URL. */
  readonly path: string
  /** Null where it has none. A form is given as JSON, which can be redacted. */
  readonly body: string | null
}

/**
 * A request and its response as they are stored with an attempt, redacted. It is taken to be over
 * now; `startedAt` is by `performance.now()`.
 */
export function httpExchangeOf(
  { method, path, body }: RecordedRequest,
  response: HttpResponse | NoToken,
  startedAt: number,
): HttpExchange {
  const isAnswer = response.kind === 'answer'
  return {
    method,
    path,
    requestBody: body === null ? null : redactBody(body),
    status: isAnswer ? response.status : null,
    responseBody: isAnswer ? redactBody(response.body) : null,
    durationMs: Math.round(performance.now() - startedAt),
    problem: isAnswer ? null : noAnswer(response),
  }
}

/** The result for a request without a response, with the reason. */
export function noAnswer(
  response: Exclude<HttpResponse, { kind: 'answer' }> | NoToken,
): CodedStatusDetail {
  return response.kind === 'no_token'
    ? { code: 'no_access', values: { problem: response.problem } }
    : response.problem
}
