import { parseArgs } from 'node:util'
import { database } from '@/db/client'
import { findTallyDifferences, rebuildTallies } from '@/db/queries/listing/transaction-tallies'
import { loadEnvFile } from './env-file'
import { inProject } from './project'

/**
 * Compares the counts of the list with a full count of the database of DATABASE_URL; `--rebuild`
 * counts anew. Ends with 1 when they differ.
 */
async function main(): Promise<void> {
  loadEnvFile(inProject('.env'))
  const { values } = parseArgs({ options: { rebuild: { type: 'boolean', default: false } } })
  if (values.rebuild) await rebuildTallies(database())
  const differences = await findTallyDifferences(database())
  await database().close()
  for (const { status, currency, tallied, counted } of differences) {
    console.error(`${status} ${currency}: kept ${tallied}, counted ${counted}`)
  }
  if (differences.length > 0) throw new Error('The counts differ: run it with --rebuild.')
  console.log('Every count is right.')
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
