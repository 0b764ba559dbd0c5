import type { Database } from '@/db/client'
import { listConnections } from '@/db/queries/connections'
import { importTransactions, type ImportReport } from './import-transactions'

/**
 * Imports every connection in turn; `onProgress` hears of each page. Throws when a connection's
 * list cannot be read.
 */
export async function importAllConnections(
  database: Database,
  options: { readonly onProgress: (connectionName: string, report: ImportReport) => void },
): Promise<void> {
  for (const connection of await listConnections(database)) {
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
