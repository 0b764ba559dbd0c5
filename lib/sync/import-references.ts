import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import type { ConnectionRecord } from '@/db/queries/sync/connections'
import { finishImport, insertImport, updateImport } from '@/db/queries/sync/imports'
import { LIMITS } from '@/lib/config/limits'
import { clientOf } from '@/lib/connections/connection-client'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { ImportReport } from './import-transactions'
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
  const client = clientOf(connection)
  const importId = uuidv7()
  await insertImport(database, importId, connection.id)

  let report: ImportReport = { pages: 0, seen: 0, written: 0, malformed: 0, problems: [] }
  for (const reference of references) {
    const readAt = await findDatabaseTime(database)
    const read = await client.readTransaction({
      providerTransactionId: reference,
      orderReference: reference,
    })
    if (!read.ok && (read.problem === 'unauthorized' || read.problem === 'unavailable')) {
      await finishImport(database, importId, read.message)
      return failure(read.problem, { message: read.message })
    }
    const kept = read.ok
      ? await writePage(database, connection.id, [read.snapshot], readAt)
      : {
          written: 0,
          malformed: [{ providerTransactionId: reference, problem: read.message }],
        }
    report = {
      pages: 1,
      seen: report.seen + 1,
      written: report.written + kept.written,
      malformed: report.malformed + kept.malformed.length,
      problems: [...report.problems, ...kept.malformed].slice(0, LIMITS.import.problemsKept),
    }
  }
  await updateImport(database, importId, report)
  await finishImport(database, importId, null)
  return success(report)
}
