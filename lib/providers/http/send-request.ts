import { Agent, errors, request } from 'undici'
import { LIMITS } from '@/lib/config/limits'
import type { CodedStatusDetail } from '@/lib/domain/operation/status-detail'
import type { Provider } from '@/lib/domain/provider/provider'
import { countProviderCall, type CallResult } from '@/lib/observability/metrics'
import { failureOf } from './failure'
import { startingBefore, TOO_LATE } from './latest-start'

export interface HttpRequest {
  /** Whose API it is, for the figures. */
  readonly provider: Provider
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly timeoutMs: number
  /**
   * By `performance.now()`: when its first byte cannot leave before, none does. Asked at that
   * moment, because it may have moved.
   */
  readonly startBeforeMs?: () => number
}

/** An answer, or what kind of silence there was instead. */
export type HttpResponse =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  /** Proven: not one byte of the request left this machine. */
  | { readonly kind: 'not_sent'; readonly problem: CodedStatusDetail }
  /** It may have arrived, and may have been acted on. */
  | { readonly kind: 'no_response'; readonly problem: CodedStatusDetail }

const agent = new Agent({
  connect: { timeout: LIMITS.provider.connectTimeoutMs },
  connections: LIMITS.provider.sockets,
  keepAliveTimeout: LIMITS.provider.keepAliveMs,
  maxResponseSize: LIMITS.provider.responseBytes,
  pipelining: 1,
})

/**
 * Sends one HTTP request once, following no redirect, and waits for the whole body. Never throws
 * and never repeats. `timeoutMs` bounds everything from the look-up of the name to the last byte.
 */
export async function sendRequest(outgoing: HttpRequest): Promise<HttpResponse> {
  const startedMs = performance.now()
  const response = await requestOnce(outgoing)
  countProviderCall(outgoing.provider, callResult(response), performance.now() - startedMs)
  return response
}

function callResult(response: HttpResponse): CallResult {
  if (response.kind !== 'answer') return response.kind
  const { status } = response
  if (status >= 500) return 'server_error'
  if (status === 429) return 'limited'
  return status >= 400 ? 'refused' : 'ok'
}

async function requestOnce(outgoing: HttpRequest): Promise<HttpResponse> {
  try {
    const response = await request(outgoing.url, {
      method: outgoing.method,
      headers: outgoing.headers,
      body: outgoing.body,
      dispatcher: agent.compose(startingBefore(outgoing.startBeforeMs ?? (() => Infinity))),
      headersTimeout: outgoing.timeoutMs,
      bodyTimeout: outgoing.timeoutMs,
      signal: AbortSignal.timeout(outgoing.timeoutMs),
    })
    const body = await response.body.text()
    return {
      kind: 'answer',
      status: response.statusCode,
      headers: singleValues(response.headers),
      body,
    }
  } catch (error) {
    const failure = failureOf(error)
    return failure?.isBeforeFirstByte === true
      ? { kind: 'not_sent', problem: describeNonSend(failure.code) }
      : { kind: 'no_response', problem: describeLoss(error, failure?.code ?? 'no code') }
  }
}

function singleValues(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) result[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return result
}

function describeNonSend(code: string): CodedStatusDetail {
  return code === TOO_LATE ? { code: 'too_late' } : { code: 'no_connection', values: { code } }
}

function describeLoss(error: unknown, code: string): CodedStatusDetail {
  if (error instanceof Error && error.name === 'TimeoutError') return { code: 'no_answer_in_time' }
  if (error instanceof errors.ResponseExceededMaxSizeError) return { code: 'answer_too_large' }
  return { code: 'connection_broke', values: { code } }
}
