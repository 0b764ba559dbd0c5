import type { Database } from '@/db/client'
import type { ConnectionRecord } from '@/db/queries/sync/connections'
import { importReferences } from '@/lib/sync/import-references'
import { importTransactions } from '@/lib/sync/import-transactions'

/** Imports every payment that a connection's provider lists; throws when the list cannot be read. */
export async function importAll(database: Database, connection: ConnectionRecord): Promise<void> {
  const report = await importTransactions(database, connection, { onProgress: () => undefined })
  if (!report.ok) throw new Error(report.error.message ?? report.error.code)
}

/** Imports one payment by its reference, as of a provider without a list; throws when it cannot be read. */
export async function importByReference(
  database: Database,
  connection: ConnectionRecord,
  reference: string,
): Promise<void> {
  const report = await importReferences(database, connection, [reference])
  if (!report.ok) throw new Error(report.error.message ?? report.error.code)
}
