import type { ProviderResponse } from '../../calls/response'
import { reportResponse, resultResponse, viewOf } from '../responses'
import type { OppwaCall } from '../call'
import type { Channel } from '../channels'
import { CODE } from '../codes/codes'
import type { Oppwa } from '../oppwa'
import type { Payment } from '../payment'

/** One payment or operation by its id (fact sheet §6.1). */
export function readOne(oppwa: Oppwa, channel: Channel, { id }: OppwaCall): ProviderResponse {
  const held = refusalBefore(oppwa, `id ${id}`)
  if (held) return held
  const payment = visible(oppwa, channel, id)
  if (!payment) return notFound(oppwa)
  return { status: 200, body: viewOf(payment, { referencedId: true }), effect: false }
}

/** All payments and operations with a reference (fact sheet §6.2). */
export function findByReference(
  oppwa: Oppwa,
  channel: Channel,
  { query }: OppwaCall,
): ProviderResponse {
  const reference = query.get('merchantTransactionId') ?? ''
  const held = refusalBefore(oppwa, `reference ${reference}`)
  if (held) return held
  const found = [...oppwa.state.payments.values()].filter(
    (one) => one.merchantTransactionId === reference && isVisible(oppwa, channel, one),
  )
  return found.length === 0 ? notFound(oppwa) : report(oppwa, channel, found, 'payments')
}

/** A payment by the newer report, with its whole tree if requested (fact sheet §6.3). */
export function readLinked(oppwa: Oppwa, channel: Channel, call: OppwaCall): ProviderResponse {
  const held = refusalBefore(oppwa, `id ${call.id}`)
  if (held) return held
  const payment = visible(oppwa, channel, call.id)
  if (!payment) return notFound(oppwa)
  return report(oppwa, channel, linked(oppwa, channel, [payment], call.query))
}

/** Payments by reference, or of some days where the account may search by date (fact sheet §6.3). */
export function listLinked(oppwa: Oppwa, channel: Channel, call: OppwaCall): ProviderResponse {
  const { query } = call
  if (query.get('merchantTransactionId')) return findByReference(oppwa, channel, call)
  const { settings } = oppwa.state
  if (!settings.reportsEnabled || !settings.dateSearch) {
    return resultResponse(400, CODE.reportsOff, oppwa.now())
  }
  const fromMs = timeOf(query.get('date.from'))
  const toMs = timeOf(query.get('date.to'))
  if (fromMs === null || toMs === null) return resultResponse(400, CODE.badParameter, oppwa.now())
  const types = (query.get('paymentTypes') || undefined)?.split(',')
  const fitting = [...oppwa.state.payments.values()]
    .filter((one) => isVisible(oppwa, channel, one))
    .filter((one) => types === undefined || types.includes(one.type))
    .filter((one) => {
      const atMs = Date.parse(one.createdAt)
      return atMs >= fromMs && atMs <= toMs
    })
    .sort((left, right) => right.createdAt.localeCompare(left.createdAt))
  const limit = Math.min(Number(query.get('limit') || '100'), settings.largestPage)
  const start = (Number(query.get('pageNo') || '1') - 1) * limit
  const page = fitting.slice(start, start + limit)
  if (page.length === 0) {
    return settings.emptyPage === 'empty' ? report(oppwa, channel, []) : notFound(oppwa)
  }
  const rows = settings.linkedInList ? linked(oppwa, channel, page, query) : page
  return report(oppwa, channel, rows)
}

function refusalBefore(oppwa: Oppwa, key: string): ProviderResponse | null {
  const { reportsEnabled, queriesPerMinute, throttledStatus } = oppwa.state.settings
  if (!reportsEnabled) return resultResponse(400, CODE.reportsOff, oppwa.now())
  if (!oppwa.throttle.isExceeded(key, queriesPerMinute)) return null
  return resultResponse(throttledStatus, CODE.throttled, oppwa.now())
}

/** Reports are limited to one entity: payments of another one are not found (fact sheet §3). */
function isVisible(oppwa: Oppwa, channel: Channel, payment: Payment): boolean {
  return payment.entityId === channel.entityId && oppwa.isShown(payment.id)
}

function visible(oppwa: Oppwa, channel: Channel, id: string): Payment | null {
  const payment = oppwa.state.payments.get(id)
  return payment && isVisible(oppwa, channel, payment) ? payment : null
}

function linked(
  oppwa: Oppwa,
  channel: Channel,
  payments: readonly Payment[],
  query: URLSearchParams,
): readonly Payment[] {
  if (query.get('includeLinkedTransactions') !== 'true') return payments
  const roots = new Set(payments.map(({ rootId }) => rootId))
  return [...roots]
    .flatMap((rootId) => oppwa.state.treeOf(rootId))
    .filter((one) => isVisible(oppwa, channel, one))
}

function report(
  oppwa: Oppwa,
  channel: Channel,
  payments: readonly Payment[],
  field = oppwa.state.settings.listField,
): ProviderResponse {
  const { reportOrder } = oppwa.state.settings
  const ordered = reportOrder === 'oldest-first' ? payments : payments.toReversed()
  const strays = oppwa.state.settings.strayEntries && ordered.length > 0
  return reportResponse(ordered, { field, strays }, channel.entityId, oppwa.now())
}

function notFound(oppwa: Oppwa): ProviderResponse {
  return resultResponse(404, CODE.notFound, oppwa.now())
}

function timeOf(text: string | null): number | null {
  const ms = Date.parse(`${(text ?? '').replace(' ', 'T')}Z`)
  return Number.isNaN(ms) ? null : ms
}
