import { parseArgs } from 'node:util'
import { database } from '@/db/client'
import { importAllConnections } from '@/lib/sync/import-all-connections'
import { importByName } from '@/lib/sync/import-by-name'
import type { ImportReport } from '@/lib/sync/import-report'
import { UsageError } from '../describe-error'

/** Imports transactions and reports what came in. */
export async function importTransactions(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { connection: { type: 'string' }, reference: { type: 'string', multiple: true } },
  })
  const { connection, reference } = values
  if ((connection === undefined) !== (reference === undefined))
    throw new UsageError('Name a connection and its references together.')
  const reports = new Map<string, ImportReport>()
  const onProgress = (name: string, report: ImportReport): void => {
    reports.set(name, report)
    console.log(
      `${name}: page ${report.pages}, ${report.read} seen, ${report.written} written, ${report.malformed} malformed`,
    )
  }
  if (connection !== undefined && reference !== undefined) {
    const result = await importByName(database(), connection, reference)
    if (!result.ok) {
      const { code, message = code } = result.error
      throw new Error(`Payments of “${connection}” could not be imported: ${message}`)
    }
    onProgress(connection, result.value)
  } else {
    await importAllConnections(database(), { onProgress })
  }
  for (const [name, report] of reports) {
    for (const { providerTransactionId, problem } of report.problems) {
      console.warn(`${name}: ${providerTransactionId ?? 'an entry without id'}: ${problem}`)
    }
  }
}
