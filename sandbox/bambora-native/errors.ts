import type { ProviderResponse } from '../calls/response'
import type { MoneyOperation } from './payment'
import type { Settings } from './settings'

const DEFINITIONS = 'https://api.bambora.com/definitions/payments/'

/** Known problems with their status and title (fact sheet §8). */
const PROBLEMS = {
  cannot_authorize: [402, 'Cannot authorize'],
  cannot_capture: [402, 'Cannot capture'],
  cannot_cancel: [402, 'Cannot cancel'],
  cannot_refund: [402, 'Cannot refund'],
  currency_not_supported: [400, 'Currency not supported'],
  payment_not_found: [404, 'Payment not found'],
  payment_operation_blocked: [409, 'Payment operation blocked'],
  invalid_payment_state_transition: [422, 'Invalid payment state transition'],
} as const
type Problem = keyof typeof PROBLEMS

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Cannot authorize',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Payment operation blocked',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

const HEADERS = { 'content-type': 'application/problem+json' }

/** A problem with a definition of its own. Nothing has changed. */
export function problem(name: Problem, detail: string, settings: Settings): ProviderResponse {
  const [status, title] = PROBLEMS[name]
  const type = `${DEFINITIONS}${name}${settings.typeEndsInBlank ? ' ' : ''}`
  return { status, headers: HEADERS, body: { type, title, detail, status }, effect: false }
}

/** The problem for an operation that the payment method refuses. */
export function declined(operation: MoneyOperation, settings: Settings): ProviderResponse {
  const name = operation === 'cancel' ? settings.cancelRefusal : (`cannot_${operation}` as const)
  return problem(name, '', settings)
}

/** A plain HTTP error as a problem document. */
export function plainProblem(status: number, detail = ''): ProviderResponse {
  return { status, headers: HEADERS, body: plainBody(status, detail), effect: false }
}

/** Default body of an error status; gateway errors are not JSON. */
export function errorBody(status: number): unknown {
  if (status === 502) return '<html>Bad Gateway</html>'
  if (status === 504) return '<html>Gateway Timeout</html>'
  return plainBody(status, '')
}

function plainBody(status: number, detail: string): unknown {
  return { type: 'about:blank', title: TITLES[status] ?? `Status ${status}`, detail, status }
}
