import { ensureDatabase } from '../databases'
import { migrateDatabase } from '../demo-data'
import { startEmbeddedPostgres } from '../embedded-postgres/start'
import { stopBeforeExit } from '../processes/shutdown'
import { inDemo } from './folder'

/**
 * The address of the demo's database: the one of DATABASE_URL when that is set, else one on an
 * embedded server that is stopped with this process.
 */
export async function demoDatabase(databaseUrl: string | undefined): Promise<string> {
  if (databaseUrl) return databaseUrl
  const server = await startEmbeddedPostgres({ dataDir: inDemo('postgres'), durable: true })
  stopBeforeExit(() => server.stop())
  await ensureDatabase(server.adminUrl, 'paydesk')
  return server.url('paydesk')
}

/**
 * Brings the demo's database to the newest version. Throws in words when an older version made it:
 * the demo's own is named by the folder that holds it, which only its owner deletes.
 * @param isOwn false for the database of DATABASE_URL
 */
export async function migrateDemoDatabase(databaseUrl: string, isOwn: boolean): Promise<void> {
  try {
    await migrateDatabase(databaseUrl)
  } catch (error) {
    const isOlder = error instanceof Error && error.name === 'OlderDatabaseError'
    throw isOwn && isOlder ? new Error(OLDER_FOLDER, { cause: error }) : error
  }
}

const OLDER_FOLDER =
  'The folder .paydesk holds the demo of a version of Paydesk before 0.2.0, whose data cannot be carried over. Nothing in it was changed. Delete it, or move it away to keep it, and run npm run demo again.'
