import { parseArgs } from 'node:util'
import { database } from '@/db/client'
import { importAllConnections } from '@/lib/sync/import-all-connections'
import { importByName } from '@/lib/sync/import-by-name'
import type { ImportReport } from '@/lib/sync/import-report'
import { loadEnvFile } from './env-file'
import { inProject } from './project'

const USAGE = `npm run import
  every connection whose provider has a list
npm run import -- --connection "My shop" --reference order-1001 --reference order-1002
  single payments, by the reference or id that the provider knows them by`

/** Imports transactions and reports what came in. */
async function main(): Promise<void> {
  loadEnvFile(inProject('.env'))
  const { values } = parseArgs({
    options: { connection: { type: 'string' }, reference: { type: 'string', multiple: true } },
  })
  const { connection, reference } = values
  if ((connection === undefined) !== (reference === undefined)) throw new Error(USAGE)
  const reports = new Map<string, ImportReport>()
  const onProgress = (name: string, report: ImportReport): void => {
    reports.set(name, report)
    console.log(
      `${name}: page ${report.pages}, ${report.seen} seen, ${report.written} written, ${report.malformed} malformed`,
    )
  }
  if (connection !== undefined && reference !== undefined) {
    const result = await importByName(database(), connection, reference)
    if (!result.ok) {
      const { code, message = code } = result.error
      throw new Error(`Payments of “${connection}” could not be imported: ${message}.`)
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
  await database().close()
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
