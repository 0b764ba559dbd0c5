import { parseJson } from '../../http/json-body'
import type { HttpResponse } from '../../http/send-request'
import { resultWords } from '../errors'
import { oppwaResult, type OppwaResult } from '../schema'
import { resultMeaning, type ResultMeaning } from './result-meaning'

export interface PlatformResult {
  readonly meaning: ResultMeaning
  readonly code: string
  /** For people. */
  readonly message: string
  /** The parsed body; null when the provider sent none that could be read. */
  readonly json: unknown
}

/**
 * Interprets an HTTP response, whatever its status: the result code decides, except that 429 always
 * means throttled. Without a code only the status is left, and most statuses prove nothing (§8).
 */
export function readResult(
  response: Extract<HttpResponse, { kind: 'answer' }>,
  isKnownPayment: boolean,
): PlatformResult {
  const json = parseJson(response.body)?.value ?? null
  const parsed = oppwaResult.safeParse(json)
  if (!parsed.success) {
    const message = `The provider answered HTTP ${response.status}, which doesn’t say what happened.`
    return {
      meaning: meaningOfStatus(response.status),
      code: `http_${response.status}`,
      message,
      json,
    }
  }
  const { result } = parsed.data
  const meaning =
    response.status === 429 ? 'rate_limited' : resultMeaning(result.code, isKnownPayment)
  return { meaning, code: result.code, message: messageOf(result), json }
}

function messageOf(result: OppwaResult): string {
  const errors = (result.parameterErrors ?? []).map((one) => `${one.name} ${one.message ?? ''}`)
  const words = resultWords(result)
  return errors.length === 0 ? words : `${words} (${errors.map((one) => one.trim()).join('; ')})`
}

function meaningOfStatus(status: number): ResultMeaning {
  if (status === 429) return 'rate_limited'
  return status === 401 || status === 403 ? 'unauthorized' : 'unknown'
}
