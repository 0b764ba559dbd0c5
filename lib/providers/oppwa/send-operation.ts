import { LIMITS } from '@/lib/config/limits'
import type { Exchange } from '@/lib/domain/operation/exchange'
import type { Said } from '@/lib/domain/operation/saying'
import { redactBody } from '../http/redact'
import type { HttpAnswer } from '../http/send-request'
import type { Fields, OppwaSession } from './session'

/** Posts a form once, unless it is too late for it; gives its answer and what may be kept of both. */
export async function postForm(
  session: OppwaSession,
  path: string,
  fields: Fields,
  sendBeforeMs: number,
): Promise<{ readonly answer: HttpAnswer; readonly exchange: Exchange }> {
  const startedAt = performance.now()
  const form = new URLSearchParams(fields).toString()
  const answer = await session.post(path, form, LIMITS.provider.writeTimeoutMs, sendBeforeMs)
  const answered = answer.kind === 'answer'
  return {
    answer,
    exchange: {
      ...requestPart(path, fields),
      status: answered ? answer.status : null,
      responseBody: answered ? redactBody(answer.body) : null,
      durationMs: Math.round(performance.now() - startedAt),
      problem: answered ? null : answer.problem,
    },
  }
}

/** The exchange of an operation that was not sent, with the reason. */
export function unsentExchange(path: string, problem: Said): Exchange {
  const rest = { status: null, responseBody: null, durationMs: 0, problem }
  return { ...requestPart(path, null), ...rest }
}

function requestPart(
  path: string,
  fields: Fields | null,
): Pick<Exchange, 'method' | 'path' | 'requestBody'> {
  const requestBody = fields === null ? null : redactBody(JSON.stringify(fields))
  return { method: 'POST', path, requestBody }
}
