import type { Refusal } from '@/lib/domain/operation/operation'
import type { StatusDetail, StatusDetailCode } from '@/lib/domain/operation/status-detail'
import type { HttpResponse } from '../http/send-request'
import type { SendResult } from '../port'
import { unknownResult } from '../shared/results'
import { parseWireAmount } from './entries/amounts'
import { readResult, type PlatformResult } from './entries/read-result'
import { entryMeaning, isTestModeSuccess, type ResultMeaning } from './entries/result-meaning'
import { retryAdvice, TEST_MODE_ONLY } from './errors'
import { oppwaResponse, oppwaEntry, type OppwaResponse, type OppwaEntry } from './schema'
import type { OppwaSettings } from './settings'

/** The request, to compare the response with. */
export interface RequestedOperation {
  readonly paymentType: string
  /** Id of the payment or operation that it refers to; null for a stand-alone credit. */
  readonly targetId: string | null
  /** Ids that the payment had before: what is new has another one. */
  readonly knownIds: readonly string[]
  readonly amountMinor: number
  readonly currency: string
  readonly reference: string
}

/**
 * The meaning of one response; a success or a pending result brings its new entry of the tree
 * along.
 */
export type Interpreted =
  | { readonly outcome: 'done'; readonly entry: OppwaEntry }
  | {
      readonly outcome: 'pending'
      readonly message: StatusDetail
      readonly entry: OppwaEntry | null
    }
  | Exclude<SendResult, { outcome: 'succeeded' | 'pending' }>

/**
 * Interprets one response to a write. The HTTP status proves nothing by itself; a success must also
 * agree with the request in type, payment, amount, currency and reference (§5, §7, invariant I12).
 */
export function interpretResponse(
  requested: RequestedOperation,
  response: HttpResponse,
  settings: Pick<OppwaSettings, 'environment'>,
): Interpreted {
  if (response.kind === 'not_sent') return { outcome: 'not_sent', message: response.problem }
  if (response.kind === 'no_response') return unknownResult(response.problem)
  const result = readResult(response, true)
  switch (meaningFor(requested, result)) {
    case 'done':
    case 'done_review':
      return interpretSuccess(requested, result, settings)
    case 'pending':
      return interpretPending(requested, result)
    case 'rate_limited':
      return { outcome: 'not_sent', message: { code: 'slow_down' } }
    case 'duplicate':
    case 'no_result':
    case 'unknown':
      return unknownResult({ code: 'no_clear_result', values: { code: result.code } })
    default:
      return refused({
        code: result.code,
        message: result.message,
        retry: retryAdvice(result.meaning),
      })
  }
}

/** A refund or reversal answered by the reason of a chargeback is no clear refusal. */
function meaningFor(requested: RequestedOperation, result: PlatformResult): ResultMeaning {
  if (result.meaning === 'rate_limited') return result.meaning
  return entryMeaning(requested.paymentType, result.code)
}

function interpretSuccess(
  requested: RequestedOperation,
  result: PlatformResult,
  settings: Pick<OppwaSettings, 'environment'>,
): Interpreted {
  if (settings.environment === 'live' && isTestModeSuccess(result.code)) {
    return refused(TEST_MODE_ONLY)
  }
  const entry = entryOf(requested, result)
  if (entry === null) return unknownResult({ code: 'no_new_id' })
  const problem = differenceOf(requested, entry) ?? absenceIn(entry)
  if (problem !== null) return unknownResult({ code: problem })
  return { outcome: 'done', entry }
}

/**
 * Interprets a pending result: fields that it leaves out are not known yet, fields that it has must
 * agree with the request.
 */
function interpretPending(requested: RequestedOperation, result: PlatformResult): Interpreted {
  const response = oppwaResponse.safeParse(result.json).data
  const problem = response === undefined ? null : differenceOf(requested, response)
  if (problem !== null) return unknownResult({ code: problem })
  const entry = entryOf(requested, result)
  return { outcome: 'pending', message: { code: 'accepted_for_later' }, entry }
}

/** The answer as an entry of the tree; older platforms leave out what it refers to (§5). */
function entryOf(requested: RequestedOperation, { json }: PlatformResult): OppwaEntry | null {
  const response = oppwaResponse.safeParse(json).data
  if (response?.id === undefined || typeof json !== 'object') return null
  const added = {
    ...(requested.targetId !== null && {
      referencedId: response.referencedId ?? requested.targetId,
    }),
    merchantTransactionId: response.merchantTransactionId ?? requested.reference,
  }
  return oppwaEntry.safeParse({ ...json, ...added }).data ?? null
}

/** The contradiction between a response and its request; null when all its fields agree. */
function differenceOf(
  requested: RequestedOperation,
  reported: Partial<OppwaResponse>,
): StatusDetailCode | null {
  const differs = (message: string | undefined, wanted: string | null): boolean =>
    message !== undefined && wanted !== null && message !== wanted
  if (
    reported.id !== undefined &&
    [requested.targetId, ...requested.knownIds].includes(reported.id)
  ) {
    return 'no_new_id'
  }
  if (differs(reported.paymentType, requested.paymentType)) return 'other_kind'
  if (differs(reported.referencedId, requested.targetId)) return 'other_payment'
  if (differs(reported.merchantTransactionId, requested.reference)) return 'other_reference'
  if (differs(reported.currency, requested.currency)) return 'other_currency'
  if (reported.amount === undefined) return null
  return parseWireAmount(reported.amount, requested.currency) === requested.amountMinor
    ? null
    : 'other_amount'
}

/** The field that a success must have and lacks (§5); null when none is missing. */
function absenceIn({ currency, amount }: OppwaEntry): StatusDetailCode | null {
  if (currency === undefined) return 'other_currency'
  return amount === undefined ? 'other_amount' : null
}

function refused(refusal: Refusal): Extract<Interpreted, { outcome: 'refused' }> {
  return { outcome: 'refused', refusal, snapshot: null }
}
