import type { Database } from '@/db/client'
import { findConnectionByName } from '@/db/queries/sync/connections'
import { failure, type Result } from '@/lib/domain/operation/result'
import { importReferences } from './import-references'
import type { ImportReport } from './import-report'

/** Imports these payments of the connection with this name; fails when there is none. */
export async function importByName(
  database: Database,
  connectionName: string,
  references: readonly string[],
): Promise<Result<ImportReport>> {
  const connection = await findConnectionByName(database, connectionName)
  return connection === null
    ? failure('not_found', { values: { what: 'connection' } })
    : importReferences(database, connection, references)
}
