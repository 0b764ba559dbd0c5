import type { Database } from '@/db/client'
import { findConnectionByName, listConnections } from '@/db/queries/sync/connections'
import { UnusableConnectionError } from '@/lib/connections/connection-client'
import { failure, type Result } from '@/lib/domain/operation/result'
import { importReferences } from './import-references'
import type { ImportReport } from './import-report'

/**
 * Imports these payments of the connection with this name. Fails in words when there is none, or
 * when it cannot be used.
 */
export async function importByName(
  database: Database,
  connectionName: string,
  references: readonly string[],
): Promise<Result<ImportReport>> {
  const connection = await findConnectionByName(database, connectionName)
  if (connection === null) {
    const names = (await listConnections(database)).map(({ name }) => `“${name}”`)
    const known = names.length === 0 ? 'none is connected yet' : `there are ${names.join(', ')}`
    return failure('not_found', {
      values: { what: 'connection' },
      message: `there is no connection of that name; ${known}`,
    })
  }
  try {
    return await importReferences(database, connection, references)
  } catch (error) {
    if (!(error instanceof UnusableConnectionError)) throw error
    return failure('connection_unusable', {
      values: { connection: connectionName },
      message: error.message,
    })
  }
}
