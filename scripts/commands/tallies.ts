import { parseArgs } from 'node:util'
import { database } from '@/db/client'
import { findTallyDifferences, rebuildTallies } from '@/db/queries/listing/transaction-tallies'

/**
 * Compares the counts of the list with a full count of the database of DATABASE_URL; `--rebuild`
 * counts anew. Ends with 1 when they differ.
 */
export async function compareTallies(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { rebuild: { type: 'boolean', default: false } },
  })
  if (values.rebuild) await rebuildTallies(database())
  const differences = await findTallyDifferences(database())
  for (const { status, currency, tallied, counted } of differences) {
    console.error(`${status} ${currency}: kept ${tallied}, counted ${counted}`)
  }
  if (differences.length > 0) throw new Error('The counts differ: run it with --rebuild.')
  console.log('Every count is right.')
}
