import { LIMITS } from '@/lib/config/limits'
import type { CheckCause } from '@/lib/domain/provider/connection-problem'
import type { CodedStatusDetail } from '@/lib/domain/operation/status-detail'
import { parseRetryTime } from '../http/retry-after'
import type { NoToken } from '../http/token-access'
import type { ReadFailure, ReadProblem, SendResult } from '../port'

/** An answer that leaves open what was done. */
export function unknownResult(
  message: CodedStatusDetail,
): Extract<SendResult, { outcome: 'unknown' }> {
  return { outcome: 'unknown', message }
}

/** HTTP 429 turns a request away before anything is done. */
export function throttledResult(
  response: { readonly headers: Readonly<Record<string, string>> },
  nowMs: number,
): Extract<SendResult, { outcome: 'not_sent' }> {
  return {
    outcome: 'not_sent',
    message: { code: 'slow_down' },
    retryAt: parseRetryTime(response, nowMs),
  }
}

/** A read that the provider's limit turned away: a wait, until when it says or for the usual time. */
export function limitedRead(
  response: { readonly headers: Readonly<Record<string, string>> },
  message: string,
  nowMs: number,
): ReadFailure {
  return waitingRead(readFailure('unavailable', message), parseRetryTime(response, nowMs), nowMs)
}

/** A read for which no token could be had; a wait where the provider says until when. */
export function readWithoutToken({ problem, message, retryAt, cause }: NoToken): ReadFailure {
  if (cause !== undefined) return withoutRight(message, cause)
  const failure = readFailure(problem, message)
  return retryAt === null ? failure : waitingRead(failure, retryAt, Date.now())
}

/** The same failure as a wait until `retryAt` (ISO 8601), or for the usual time. */
function waitingRead(failure: ReadFailure, retryAt: string | null, nowMs: number): ReadFailure {
  const { limitedWaitMs } = LIMITS.provider
  const waitMs = retryAt === null ? limitedWaitMs : Math.max(Date.parse(retryAt) - nowMs, 1_000)
  return { ...failure, waitMs }
}

export function readFailure(problem: ReadProblem, message: string): ReadFailure {
  return { ok: false, problem, message }
}

/** A read that was refused because the credentials lack a right. */
export function withoutRight(
  message: string,
  cause: NonNullable<ReadFailure['cause']>,
): ReadFailure {
  return { ok: false, problem: 'unauthorized', message, cause }
}

/** A connection that leads to another account than it says. */
export function wrongAccount(message: string, cause: CheckCause) {
  return { ok: false, problem: 'wrong_account', message, cause } as const
}
