import type { IncomingHttpHeaders } from 'node:http'
import type { ProviderResponse, Directives } from '../../calls/response'
import type { Caller } from '../access/caller'
import type { Dintero } from '../dintero'
import type { Entry } from '../entry'
import { errorResponse } from '../errors'
import { viewOf, WRITE_INCLUDES } from '../read/view'
import {
  recordAccepted,
  recordCorrected,
  recordFailure,
  recordRefusedFirst,
  recordSuccess,
} from './carry-out'
import { checkRequest } from './check-request'
import { decideOutcome, type Outcome } from './decide-outcome'
import { refusalError, type Origin } from './events'
import { scheduleClosing } from './pending'
import type { MoneyRequest } from './request'

const IDENTIFICATION = [
  'dintero-system-name',
  'dintero-system-version',
  'dintero-system-plugin-name',
  'dintero-system-plugin-version',
  'user-agent',
]

/**
 * Carries out a capture, refund or void (fact sheet §8) synchronously from the checks to the
 * journal, so that a second call always sees the first.
 */
export function operate(
  dintero: Dintero,
  entry: Entry,
  request: MoneyRequest,
  origin: Origin,
  directives: Directives,
): ProviderResponse {
  const { settings } = dintero.state
  const busy = refusalWhilePending(dintero, entry)
  if (busy) return busy
  const refusal = checkRequest(entry.transaction, request, settings)
  if (refusal) return refusal
  const outcome = decideOutcome(
    entry.transaction,
    request.operation,
    settings,
    directives,
    dintero.now(),
  )
  const options = { lagMs: directives.lagMs }
  switch (outcome.kind) {
    case 'done':
      recordSuccess(dintero, entry, request, origin, options)
      return {
        ...responseWith(entry, 200, true),
        ...(outcome.noResponse && { noResponse: outcome.noResponse }),
      }
    case 'corrected':
      recordCorrected(dintero, entry, request, origin, outcome.happened, options)
      return { ...responseWith(entry, 200, outcome.happened), noResponse: 'drop' }
    case 'refused-first':
      recordRefusedFirst(dintero, entry, request, origin, outcome.names, options)
      return responseWith(entry, 200, false)
    case 'accepted': {
      const pending = recordAccepted(dintero, entry, request, origin, outcome, options)
      scheduleClosing(dintero, entry, pending)
      return {
        ...responseWith(entry, 202, false),
        headers: { 'event-request-id': origin.requestId },
      }
    }
    case 'refused':
      return refuse(dintero, entry, request, origin, outcome)
  }
}

/** The refusal of an operation while another one is pending (fact sheet §18, clarification 4). */
export function refusalWhilePending(dintero: Dintero, entry: Entry): ProviderResponse | null {
  const rule = dintero.state.settings.secondWhilePending
  if (entry.pending.size === 0 || rule === 'accept') return null
  return errorResponse(Number(rule.slice(-3)), 'another operation is pending')
}

/** The origin of a call: the client and its identification headers (fact sheet §2.5). */
export function originOf(caller: Caller, headers: IncomingHttpHeaders, requestId: string): Origin {
  const requestHeaders: Record<string, string> = {}
  for (const name of IDENTIFICATION) {
    const value = headers[name]
    if (typeof value === 'string') requestHeaders[name] = value
  }
  return { requestId, createdBy: caller.id, requestHeaders }
}

function refuse(
  dintero: Dintero,
  entry: Entry,
  request: MoneyRequest,
  origin: Origin,
  outcome: Extract<Outcome, { kind: 'refused' }>,
): ProviderResponse {
  if (outcome.expired && dintero.state.settings.expiredAuthorization === 'failed') {
    const set = { status: 'FAILED', updated_at: dintero.timestamp() } as const
    dintero.record({ kind: 'update', id: entry.id, events: [], set })
  }
  const error = refusalError(request.operation, outcome.expired)
  switch (outcome.as) {
    case 'failed-event':
      recordFailure(dintero, entry, request, origin, outcome.expired)
      return responseWith(entry, 200, false)
    case 'status-400':
      return errorResponse(400, error.message, error.code)
    case 'status-503':
      return errorResponse(503, 'Processor temporarily unavailable')
    case 'silence':
      return { status: 0, body: undefined, effect: false, noResponse: 'hang' }
  }
}

function responseWith(entry: Entry, status: number, effect: boolean): ProviderResponse {
  return { status, body: viewOf(entry.transaction, WRITE_INCLUDES), effect }
}
