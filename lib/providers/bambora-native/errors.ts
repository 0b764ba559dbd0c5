import type { Refusal } from '@/lib/domain/operation/operation'
import { parseJson } from '../http/json-body'
import { problemDocument } from './schema'

const DEFINITIONS = 'https://api.bambora.com/definitions/payments/'

/** What a known problem means for staff (fact sheet §8). */
const WORDS: Readonly<Record<string, string>> = {
  blocked_by_issuer: 'The card’s bank does not allow purchases on the internet.',
  cannot_authorize: 'The payment was refused.',
  cannot_cancel: 'The void was refused.',
  cannot_capture: 'The capture was refused.',
  cannot_refund: 'The refund was refused.',
  card_type_not_accepted: 'The merchant account does not accept this kind of card.',
  currency_not_supported: 'The merchant account does not have this currency.',
  expired_card: 'The card has expired.',
  insufficient_funds: 'There is not enough money on the customer’s account.',
  invalid_card: 'The card can no longer be used.',
  invalid_payment_state_transition:
    'The provider does not allow this in the payment’s present state.',
  payment_not_found: 'The provider has no payment with this reference.',
  payment_operation_blocked: 'Another request is changing this payment.',
}

/** Plain HTTP errors that we have words for, under a code of our own. */
const PLAIN: Readonly<Record<number, Problem>> = {
  401: {
    code: 'credentials_rejected',
    message: 'The provider did not accept our credentials.',
  },
  403: {
    code: 'account_lacks_right',
    message: 'The provider account does not have the right to do this.',
  },
}

/** A problem of Bambora's: a code, or null for a plain HTTP error, and words for people. */
export interface Problem {
  readonly code: string | null
  readonly message: string
}

/**
 * Reads an error answer by its `type` alone; the title is for people and the detail may be empty.
 * Null when the body is no problem document: then nobody can tell who wrote it.
 */
export function readProblem(status: number, body: string): Problem | null {
  const parsed = problemDocument.safeParse(parseJson(body)?.value)
  if (!parsed.success) return null
  const { type, title, detail } = parsed.data
  const code = type.startsWith(DEFINITIONS) ? type.slice(DEFINITIONS.length) : null
  const plain = code === null ? PLAIN[status] : undefined
  const own = plain?.message ?? WORDS[code ?? ''] ?? `${title}.`
  return { code: plain?.code ?? code, message: detail === '' ? own : `${own} ${detail}` }
}

/** A problem as the reason of a refusal; the API never says whether to try again. */
export function refusalOfProblem(status: number, { code, message }: Problem): Refusal {
  return { code: code ?? `http_${status}`, message, retry: { kind: 'not_said' } }
}
