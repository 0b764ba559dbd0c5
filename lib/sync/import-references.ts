import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import type { ConnectionRecord } from '@/db/queries/sync/connections'
import { finishImport, insertImport, updateImport } from '@/db/queries/sync/imports'
import { loadClient, getClient } from '@/lib/connections/connection-client'
import { providerFailure } from '@/lib/connections/check-connection'
import { success, type Result } from '@/lib/domain/operation/result'
import { addPage, EMPTY_REPORT, type ImportReport } from './import-report'
import { writePage } from './write-page'

/**
 * Reads the payments with these references (or ids, where the provider has such) and writes them:
 * the way in for a provider without a list. Safe to repeat. An unknown or malformed payment is
 * reported; only a provider that cannot be read at all ends it.
 */
export async function importReferences(
  database: Database,
  connection: ConnectionRecord,
  references: readonly string[],
): Promise<Result<ImportReport>> {
  // One that cannot be used begins no import.
  getClient(connection)
  const importId = uuidv7()
  await insertImport(database, importId, connection.id)

  let report = EMPTY_REPORT
  for (const reference of references) {
    const readAt = await findDatabaseTime(database)
    const client = await loadClient(database, connection.id)
    const read = await client.readTransaction({
      providerTransactionId: reference,
      orderReference: reference,
    })
    if (!read.ok && (read.problem === 'unauthorized' || read.problem === 'unavailable')) {
      await finishImport(database, importId, read.message)
      return providerFailure(read)
    }
    const written = read.ok
      ? await writePage(database, connection.id, [read.snapshot], readAt)
      : {
          written: 0,
          malformed: [{ providerTransactionId: reference, problem: read.message }],
        }
    report = { ...addPage(report, { read: 1, ...written }), pages: 1 }
  }
  await updateImport(database, importId, report)
  await finishImport(database, importId, null)
  return success(report)
}
