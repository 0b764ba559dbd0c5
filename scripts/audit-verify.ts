import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { database } from '@/db/client'
import { verifyChains } from '@/lib/audit/verify-chains'
import { en } from '@/messages/en'
import { loadEnvFile } from './env-file'
import { inProject } from './project'

const headsFile = z.array(
  z.object({ streamId: z.uuid(), sequence: z.int().positive(), hash: z.string() }),
)

/**
 * Verifies the audit trail of DATABASE_URL. `--export FILE` keeps the heads of all chains; `--against
 * FILE` checks that nothing exported earlier is gone. Ends with 1 and names the first bad entry.
 */
async function main(): Promise<void> {
  loadEnvFile(inProject('.env'))
  const { values } = parseArgs({
    options: { export: { type: 'string' }, against: { type: 'string' } },
  })
  const known =
    values.against === undefined
      ? []
      : headsFile.parse(JSON.parse(readFileSync(values.against, 'utf8')))
  const report = await verifyChains(database(), known)
  await database().close()
  console.log(`${report.entries} entries in ${report.streams} chains, digest ${report.digest}`)
  if (report.firstBad !== null) {
    const { streamId, sequence, problem } = report.firstBad
    throw new Error(
      `Broken at entry ${sequence} of chain ${streamId}: ${en.audit.problems[problem]}.`,
    )
  }
  if (values.export !== undefined) {
    writeFileSync(values.export, `${JSON.stringify(report.heads, null, 1)}\n`)
    console.log(`Heads written to ${values.export}. Keep the file outside the database.`)
  }
  console.log('Every entry fits.')
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
