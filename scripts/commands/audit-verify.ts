import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { database } from '@/db/client'
import { verifyChains } from '@/lib/audit/verify-chains'
import { en } from '@/messages/en'

const headsFile = z.array(
  z.object({ streamId: z.uuid(), sequence: z.int().positive(), hash: z.string() }),
)

/**
 * Verifies the audit trail of DATABASE_URL. `--export FILE` keeps the heads of all chains; `--against
 * FILE` checks that nothing exported earlier is gone. Ends with 1 and names the first bad entry.
 */
export async function verifyAudit(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { export: { type: 'string' }, against: { type: 'string' } },
  })
  const known = values.against === undefined ? [] : readHeads(values.against)
  const report = await verifyChains(database(), known)
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

function readHeads(file: string): z.infer<typeof headsFile> {
  const text = readFileSync(file, 'utf8')
  try {
    return headsFile.parse(JSON.parse(text))
  } catch {
    throw new Error(`${file} is not a file that --export wrote.`)
  }
}
