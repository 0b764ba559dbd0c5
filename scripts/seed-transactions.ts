import { parseArgs } from 'node:util'
import { readSecrets } from '@/lib/config/env'
import { ensureDatabase } from './databases'
import { inDemo, openDemoFolder } from './demo/folder'
import { startEmbeddedPostgres } from './embedded-postgres/start'
import { migrateDatabase } from './demo-data'
import { loadEnvFile } from './application/env-file'
import { generateTransactions } from './generated-data'
import { inProject } from './project'
import {
  exitAfterStopping,
  failAfterStopping,
  stopBeforeExit,
  stopOnSignals,
} from './processes/shutdown'

/**
 * Adds `--count` generated payments to the database of DATABASE_URL, or to the demo's own. Locks the
 * table of payments while it runs.
 */
async function main(): Promise<void> {
  loadEnvFile(inProject('.env'))
  const { values } = parseArgs({ options: { count: { type: 'string' } } })
  const count = Number(values.count)
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new Error('Say how many: npm run seed:transactions -- --count 1000000')
  }
  stopOnSignals({ exitCode: 130 })
  const secrets = readSecrets(['DATABASE_URL', 'DATABASE_OWNER_URL'])
  const { DATABASE_URL: applicationUrl, DATABASE_OWNER_URL: ownerUrl } = secrets
  const databaseUrl = ownerUrl || applicationUrl || (await ownDatabase())
  await migrateDatabase(databaseUrl, applicationUrl || databaseUrl)
  const beganMs = performance.now()
  await generateTransactions({
    databaseUrl,
    count,
    onProgress: (written) => {
      console.log(`${written} of ${count} payments`)
    },
  })
  console.log(`Done in ${Math.round((performance.now() - beganMs) / 1000)} s, indexes included.`)
  await exitAfterStopping(0)
}

/** The demo's database, whose server goes on when the demo runs. */
async function ownDatabase(): Promise<string> {
  openDemoFolder()
  const server = await startEmbeddedPostgres({ dataDir: inDemo('postgres'), durable: true })
  if (server.startedHere) stopBeforeExit(() => server.stop())
  await ensureDatabase(server.adminUrl, 'paydesk')
  return server.url('paydesk')
}

main().catch(failAfterStopping)
