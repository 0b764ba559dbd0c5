import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import { upsertTransaction } from '@/db/queries/upsert-transaction'
import type { TransactionSnapshot } from '@/lib/domain/transaction-snapshot'
import { log } from '@/lib/observability/log'

/**
 * Keeps a payment as an operation's answer showed it. The money is already settled by then, so an
 * error here is only logged: the next read brings the items and events.
 */
export async function storeSnapshot(
  database: Database,
  connectionId: string,
  snapshot: TransactionSnapshot,
): Promise<void> {
  try {
    const readAt = await findDatabaseTime(database)
    await upsertTransaction(database, { newId: uuidv7(), connectionId, snapshot, readAt })
  } catch (error) {
    log().warn(
      { error, providerTransactionId: snapshot.providerTransactionId },
      'snapshot not kept',
    )
  }
}
