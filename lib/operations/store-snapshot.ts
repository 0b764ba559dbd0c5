import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import { upsertTransaction } from '@/db/queries/upsert-transaction'
import type { TransactionSnapshot } from '@/lib/domain/transaction-snapshot'
import { log } from '@/lib/observability/log'

/**
 * Keeps a payment as an answer showed it; `readAt` is when its read began, now when left out. The
 * money is already settled by then, so an error is only logged: the next read brings the rest.
 */
export async function storeSnapshot(
  database: Database,
  connectionId: string,
  snapshot: TransactionSnapshot,
  readAt?: string,
): Promise<void> {
  try {
    await upsertTransaction(database, {
      newId: uuidv7(),
      connectionId,
      snapshot,
      readAt: readAt ?? (await findDatabaseTime(database)),
    })
  } catch (error) {
    log().warn(
      { error, providerTransactionId: snapshot.providerTransactionId },
      'snapshot not kept',
    )
  }
}
