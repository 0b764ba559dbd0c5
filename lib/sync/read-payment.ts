import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import { deleteUnreadPayment } from '@/db/queries/sync/unread-payments'
import { getClient, loadConnection } from '@/lib/connections/connection-client'
import { noteUse } from '@/lib/connections/note-use'
import type { ProviderFeatures, ReadProblem, TransactionLocator } from '@/lib/providers/port'
import { keepPayment } from './keep-payment'
import { noteFailedRead } from './note-unread'
import { scheduleShownEnds } from './schedule-shown-ends'

export type PaymentRead =
  /** `readAt` is the database time at which the read began. */
  | { readonly ok: true; readonly readAt: string }
  | {
      readonly ok: false
      readonly problem: ReadProblem
      readonly message: string
      /** Milliseconds until the provider allows the read, where a limit stands against it. */
      readonly waitMs?: number
      readonly features: ProviderFeatures
    }

/**
 * Reads one payment at its provider and keeps it as it is there, known to us before or not. One
 * that cannot be read or kept is noted as unread. An
 * operation of ours whose end it shows is due for repair at once; only repair settles it.
 */
export async function readPayment(
  database: Database,
  connectionId: string,
  locator: TransactionLocator,
): Promise<PaymentRead> {
  const connection = await loadConnection(database, connectionId)
  const client = getClient(database, connection)
  const readAt = await findDatabaseTime(database)
  const read = await client.readTransaction(locator)
  await noteUse(database, connection, 'read', read)
  const { features } = client
  const { providerTransactionId } = locator
  if (!read.ok && read.waitMs !== undefined) return { ...read, features }
  if (!read.ok) {
    await noteFailedRead(database, { connectionId, providerTransactionId, readAt }, read, features)
    return { ...read, features }
  }
  const { snapshot } = read
  const kept = await keepPayment(database, { connectionId, snapshot, readAt })
  if (!kept.ok) {
    return { ok: false, problem: 'malformed', message: kept.entry.problem, features }
  }
  if (snapshot.providerTransactionId !== providerTransactionId) {
    await deleteUnreadPayment(database, connectionId, providerTransactionId)
  }
  await scheduleShownEnds(database, { connectionId, features }, [snapshot])
  return { ok: true, readAt }
}
