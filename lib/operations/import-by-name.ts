import type { Database } from '@/db/client'
import { findConnectionByName, listConnections } from '@/db/queries/connections'
import { failure, type Result } from '@/lib/domain/result'
import { UnusableConnectionError } from './connection-client'
import { importReferences } from './import-references'
import type { ImportReport } from './import-transactions'

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
    return failure('connection_unusable', { message: error.message })
  }
}
