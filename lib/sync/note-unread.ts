import type { Database } from '@/db/client'
import { deleteGoneUnread, upsertUnreadPayment } from '@/db/queries/sync/unread-payments'
import type { FailedRead } from '@/lib/domain/payment/unread-payment'
import type { MalformedEntry } from '@/lib/domain/provider/provider'
import type { ProviderFeatures, ReadFailure } from '@/lib/providers/port'

/** Longest id and detail that are kept of a payment that makes no sense: an index has to hold them. */
const LENGTH = 500

/** One failed read, with the database time (ISO 8601) at which it began. */
interface NotedRead extends FailedRead {
  readonly connectionId: string
  readonly readAt: string
  /** True when the provider's list shows that there is such a payment. */
  readonly isListed?: true
}

/** Notes that a payment could not be read, for people to see and for reads to come. */
export async function noteUnread(database: Database, read: NotedRead): Promise<void> {
  const { providerTransactionId, detail } = read
  await upsertUnreadPayment(database, {
    connectionId: read.connectionId,
    readAt: read.readAt,
    reason: read.reason,
    isListed: read.isListed ?? false,
    providerTransactionId: providerTransactionId && storable(providerTransactionId),
    detail: detail && storable(detail),
  })
}

/** Notes an entry of a provider's list that could not be read. */
export function noteMalformed(
  database: Database,
  { connectionId, readAt }: Pick<NotedRead, 'connectionId' | 'readAt'>,
  { providerTransactionId, problem, isUnavailable }: MalformedEntry,
): Promise<void> {
  return noteUnread(database, {
    connectionId,
    readAt,
    providerTransactionId,
    reason: isUnavailable ? 'unavailable' : 'malformed',
    // What a provider says may hold anything; only our own words about its data are kept.
    detail: isUnavailable ? null : problem,
    isListed: true,
  })
}

/**
 * Notes the failed read of one payment. Refused credentials are a matter of the connection. A
 * payment that was never kept and that the provider does not know is none.
 */
export async function noteFailedRead(
  database: Database,
  payment: Pick<NotedRead, 'connectionId' | 'readAt'> & { readonly providerTransactionId: string },
  { problem, message }: ReadFailure,
  { settleWindowMs }: ProviderFeatures,
): Promise<void> {
  if (problem === 'unauthorized') return
  const detail = problem === 'malformed' ? message : null
  await noteUnread(database, {
    connectionId: payment.connectionId,
    readAt: payment.readAt,
    providerTransactionId: payment.providerTransactionId,
    reason: problem,
    detail,
  })
  if (problem === 'not_found') {
    await deleteGoneUnread(database, {
      connectionId: payment.connectionId,
      providerTransactionId: storable(payment.providerTransactionId),
      settleWindowMs,
    })
  }
}

/** The beginning of a text, without the one character that the database never keeps. */
function storable(text: string): string {
  return text.replaceAll('\0', '').slice(0, LENGTH)
}
