import type { CodedStatusDetail } from '@/lib/domain/operation/status-detail'
import { parseRetryTime } from '../http/retry-after'
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

export function readFailure(problem: ReadProblem, message: string): ReadFailure {
  return { ok: false, problem, message }
}

/** A connection that leads to another account than it says. */
export function wrongAccount(message: string) {
  return { ok: false, problem: 'wrong_account', message } as const
}
