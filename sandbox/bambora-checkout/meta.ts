import type { ProviderResponse } from '../calls/response'
import type { Settings } from './settings'

/** A refusal: its source, code and messages (fact sheet §5). */
export interface Refusal {
  readonly source: string
  readonly code: string
  readonly type: string
  readonly merchant: string
  readonly enduser: string
}

interface Paging {
  readonly lastevaluatedkey: string | null
  readonly itemsreturned: number
}

/** A success with its body. */
export function success(
  settings: Settings,
  body: object,
  options: { readonly effect?: boolean; readonly paging?: Paging } = {},
): ProviderResponse {
  const action = settings.actionOnSuccess === 'null' ? null : { source: '', code: '', type: '' }
  const message = { enduser: '', merchant: '' }
  const meta = { result: true, message, action, paging: options.paging ?? null }
  return { status: 200, body: { ...body, meta }, effect: options.effect ?? false }
}

/** The member of a response that holds what was asked for; null in a refusal. */
export type BodyKey =
  | 'transaction'
  | 'transactions'
  | 'transactionoperation'
  | 'transactionoperations'
  | 'invoices'
  | 'responsecode'
  | 'currency'

/** A refusal, without an effect on the money. */
export function failure(
  settings: Settings,
  refusal: Refusal,
  key: BodyKey = 'transactionoperations',
): ProviderResponse {
  return { status: settings.failureStatus, body: failureBody(refusal, key), effect: false }
}

/** The body of a refusal, whatever its status; without a key for credentials that are wrong. */
export function failureBody(
  { merchant, enduser, source, code, type }: Refusal,
  key: BodyKey | null = 'transactionoperations',
): object {
  const meta = {
    result: false,
    message: { enduser, merchant },
    action: { source, code, type },
    paging: null,
  }
  return { ...(key !== null && { [key]: null }), meta }
}

/** A refusal by the gateway itself. */
export function byGateway(code: string, merchant: string): Refusal {
  const enduser = 'The payment could not be processed.'
  return { source: 'ePayEngine', code, type: 'generalerror', merchant, enduser }
}

/** A refusal by the acquirer behind it (§5.3). */
export const BY_ACQUIRER: Refusal = {
  source: 'Nets',
  code: '100',
  type: 'issuererror',
  merchant: 'The acquirer refused the operation.',
  enduser: 'Declined.',
}

export const NOT_FOUND = byGateway('404', 'There is no such transaction.')
export const DENIED: Refusal = {
  source: 'ePayAuth',
  code: '1',
  type: 'generalerror',
  merchant: 'Access denied for this API user.',
  enduser: 'An error occurred.',
}

/** Default body of an error status; gateway errors are not JSON. */
export function errorBody(status: number): unknown {
  if (status === 502) return '<html>Bad Gateway</html>'
  if (status === 504) return '<html>Gateway Timeout</html>'
  return { message: `Status ${status}` }
}
