import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import { findOpenOperationOf } from '@/db/queries/operations/find-open-operation'
import { scheduleCheckNow } from '@/db/queries/operations/record-check'
import { upsertTransaction } from '@/db/queries/sync/upsert-transaction'
import { loadClient } from '@/lib/connections/connection-client'
import { amountToShow, attributeByEvents } from '@/lib/domain/evidence/attribution'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { ProviderFeatures, ReadProblem, TransactionLocator } from '@/lib/providers/port'

export type PaymentRead =
  /** `readAt` is the database time at which the read began. */
  | { readonly ok: true; readonly readAt: string }
  | {
      readonly ok: false
      readonly problem: ReadProblem
      readonly message: string
      readonly features: ProviderFeatures
    }

/**
 * Reads one payment at its provider and keeps it as it is there, known to us before or not. An
 * operation of ours whose end it shows is due for repair at once; only repair settles it.
 */
export async function readPayment(
  database: Database,
  connectionId: string,
  locator: TransactionLocator,
): Promise<PaymentRead> {
  const client = await loadClient(database, connectionId)
  const readAt = await findDatabaseTime(database)
  const read = await client.readTransaction(locator)
  if (!read.ok) return { ...read, features: client.features }
  const { snapshot } = read
  await upsertTransaction(database, { newId: uuidv7(), connectionId, snapshot, readAt })
  await scheduleRepairNow(database, connectionId, snapshot)
  return { ok: true, readAt }
}

async function scheduleRepairNow(
  database: Database,
  connectionId: string,
  { providerTransactionId, events }: TransactionSnapshot,
): Promise<void> {
  const open = await findOpenOperationOf(database, connectionId, providerTransactionId)
  if (open === null) return
  const marks = { operationId: open.id, reference: open.reference }
  const { kind } = attributeByEvents(events, marks, amountToShow(open))
  if (kind !== 'absent' && kind !== 'pending') await scheduleCheckNow(database, open.id)
}
