import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { upsertTransaction } from '@/db/queries/sync/upsert-transaction'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { log } from '@/lib/observability/log'

/**
 * Keeps a payment as an answer showed it; `readAt` is the database time at which its read began, or
 * its amounts were written. What it proves of an operation is already written by then, so an error
 * is only logged: a read is due that brings the rest.
 */
export async function storeSnapshot(
  database: Database,
  connectionId: string,
  snapshot: TransactionSnapshot,
  readAt: string,
): Promise<void> {
  try {
    await upsertTransaction(database, { newId: uuidv7(), connectionId, snapshot, readAt })
  } catch (error) {
    log().warn(
      { error, providerTransactionId: snapshot.providerTransactionId },
      'snapshot not kept',
    )
  }
}
