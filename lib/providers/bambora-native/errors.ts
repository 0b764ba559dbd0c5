import type { Refusal } from '@/lib/domain/operation/operation'
import { parseJson } from '../http/json-body'
import { problemDocument } from './schema'

const DEFINITIONS = 'https://api.bambora.com/definitions/payments/'

/** Plain HTTP errors that the screen words, under a code of our own. */
const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  401: 'credentials_rejected',
  403: 'account_lacks_right',
}

/** A problem of Bambora's: a code, or null for a plain HTTP error, and the provider's own words. */
export interface Problem {
  readonly code: string | null
  readonly message: string
}

/**
 * Reads an error answer by its `type` alone; the title is for people and the detail may be empty.
 * Null when the body is no problem document: then it is not known who wrote it.
 */
export function readProblem(status: number, body: string): Problem | null {
  const parsed = problemDocument.safeParse(parseJson(body)?.value)
  if (!parsed.success) return null
  const { type, title, detail } = parsed.data
  const code = type.startsWith(DEFINITIONS) ? type.slice(DEFINITIONS.length) : null
  return {
    code: code ?? CODE_OF_STATUS[status] ?? null,
    message: detail === '' ? `${title}.` : `${title}. ${detail}`,
  }
}

/** A problem as the reason of a refusal; the API never says whether to try again. */
export function refusalOfProblem(status: number, { code, message }: Problem): Refusal {
  return { code: code ?? `http_${status}`, message, retry: { kind: 'not_said' } }
}
