import type { Database } from '@/db/client'
import { listConnections, type ConnectionRecord } from '@/db/queries/sync/connections'
import { getClient, UnusableConnectionError } from '@/lib/connections/connection-client'
import type { ImportReport } from './import-report'
import { importTransactions } from './import-transactions'

/**
 * Imports every enabled connection whose provider has a list, in turn; `onProgress` hears of each
 * page. Throws when a connection cannot be used or its list cannot be read.
 */
export async function importAllConnections(
  database: Database,
  options: { readonly onProgress: (connectionName: string, report: ImportReport) => void },
): Promise<void> {
  for (const connection of await listConnections(database)) {
    if (connection.disabledAt !== null || !hasList(database, connection)) continue
    const result = await importTransactions(database, connection, {
      onProgress: (report) => {
        options.onProgress(connection.name, report)
      },
    })
    if (!result.ok) {
      const { code, message = code } = result.error
      throw new Error(`${connection.name}: ${message}`)
    }
  }
}

function hasList(database: Database, connection: ConnectionRecord): boolean {
  try {
    return getClient(database, connection).listTransactions !== null
  } catch (error) {
    if (!(error instanceof UnusableConnectionError)) throw error
    throw new Error(`${connection.name}: ${error.message}`, { cause: error })
  }
}
