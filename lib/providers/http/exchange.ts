import type { Exchange } from '@/lib/domain/operation/exchange'
import type { Saying } from '@/lib/domain/operation/saying'
import { redactBody } from './redact'
import type { HttpAnswer } from './send-request'
import type { NoToken } from './token-access'

/** The part of a request that is kept. */
export interface KeptRequest {
  readonly method: 'GET' | 'POST'
  /** Below the base URL. */
  readonly path: string
  /** Null where it has none. A form is given as JSON, which can be redacted. */
  readonly body: string | null
}

/**
 * A request and its answer as they are kept beside an attempt, redacted. It is taken to be over now;
 * `startedAt` is by `performance.now()`.
 */
export function exchangeOf(
  { method, path, body }: KeptRequest,
  answer: HttpAnswer | NoToken,
  startedAt: number,
): Exchange {
  const isAnswer = answer.kind === 'answer'
  return {
    method,
    path,
    requestBody: body === null ? null : redactBody(body),
    status: isAnswer ? answer.status : null,
    responseBody: isAnswer ? redactBody(answer.body) : null,
    durationMs: Math.round(performance.now() - startedAt),
    problem: isAnswer ? null : noAnswer(answer),
  }
}

/** Why there is no answer. */
export function noAnswer(answer: Exclude<HttpAnswer, { kind: 'answer' }> | NoToken): Saying {
  return answer.kind === 'no_token'
    ? { code: 'no_access', values: { problem: answer.problem } }
    : answer.problem
}
