import type { Database } from '@/db/client'
import { listConnections, type ConnectionRecord } from '@/db/queries/sync/connections'
import { getClient, UnusableConnectionError } from '@/lib/connections/connection-client'
import type { ImportReport } from './import-report'
import { importTransactions } from './import-transactions'

/**
 * Imports every enabled connection whose provider has a list, in turn; `onProgress` hears of each
 * page. One that cannot be used, or whose list cannot be read, stops no other: when all were tried,
 * it throws and names each of them.
 */
export async function importAllConnections(
  database: Database,
  options: { readonly onProgress: (connectionName: string, report: ImportReport) => void },
): Promise<void> {
  const problems: string[] = []
  for (const connection of await listConnections(database)) {
    if (connection.disabledAt !== null) continue
    const { name } = connection
    const onProgress = (report: ImportReport) => options.onProgress(name, report)
    const problem = await problemOf(database, connection, onProgress)
    if (problem !== null) problems.push(`${name}: ${problem}`)
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

/** Imports one connection; the reason why its list was not read to the end, or null. */
async function problemOf(
  database: Database,
  connection: ConnectionRecord,
  onProgress: (report: ImportReport) => void,
): Promise<string | null> {
  try {
    if (getClient(database, connection).listTransactions === null) return null
    const result = await importTransactions(database, connection, { onProgress })
    return result.ok ? null : (result.error.message ?? result.error.code)
  } catch (error) {
    if (error instanceof UnusableConnectionError) return error.message
    throw error
  }
}
