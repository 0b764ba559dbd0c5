import { database } from '@/db/client'
import { importAllConnections } from '@/lib/operations/import-all-connections'
import type { ImportReport } from '@/lib/operations/import-transactions'
import { loadEnvFile } from './env-file'
import { inProject } from './project'

/** Imports the transactions of every connection and reports what came in. */
async function main(): Promise<void> {
  loadEnvFile(inProject('.env'))
  const reports = new Map<string, ImportReport>()
  await importAllConnections(database(), {
    onProgress: (name, report) => {
      reports.set(name, report)
      console.log(
        `${name}: page ${report.pages}, ${report.seen} seen, ${report.written} written, ${report.malformed} malformed`,
      )
    },
  })
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
