import { readSecrets } from '@/lib/config/env'
import { ensureDatabase } from '../databases'
import { migrateDatabase } from '../demo-data'
import { startEmbeddedPostgres } from '../embedded-postgres/start'
import { stopBeforeExit } from '../processes/shutdown'
import { inDemo } from './folder'

/** The addresses of a database: for its owner, and for the application. */
export interface DemoDatabase {
  readonly ownerUrl: string
  readonly applicationUrl: string
}

/**
 * The demo's database: the one of DATABASE_URL when that is set, else one on an embedded server that
 * is stopped with this process, where the application has a role of its own.
 * @param password for that role
 */
export async function demoDatabase(
  databaseUrl: string | undefined,
  password: string,
): Promise<DemoDatabase> {
  if (databaseUrl) {
    const { DATABASE_OWNER_URL: ownerUrl } = readSecrets(['DATABASE_OWNER_URL'])
    return { ownerUrl: ownerUrl || databaseUrl, applicationUrl: databaseUrl }
  }
  const server = await startEmbeddedPostgres({ dataDir: inDemo('postgres'), durable: true })
  stopBeforeExit(() => server.stop())
  await ensureDatabase(server.adminUrl, 'paydesk')
  const url = new URL(server.url('paydesk'))
  const ownerUrl = url.href
  url.username = 'paydesk_app'
  url.password = encodeURIComponent(password)
  return { ownerUrl, applicationUrl: url.href }
}

/**
 * Brings the demo's database to the newest version. Throws in words when an older version made it:
 * the demo's own is named by the folder that holds it, which only its owner deletes.
 * @param isOwn false for the database of DATABASE_URL
 */
export async function migrateDemoDatabase(
  { ownerUrl, applicationUrl }: DemoDatabase,
  isOwn: boolean,
): Promise<void> {
  try {
    await migrateDatabase(ownerUrl, applicationUrl)
  } catch (error) {
    const isOlder = error instanceof Error && error.name === 'OlderDatabaseError'
    throw isOwn && isOlder ? new Error(OLDER_FOLDER, { cause: error }) : error
  }
}

const OLDER_FOLDER =
  'The folder .paydesk holds the demo of a version of Paydesk before 0.2.0, whose data cannot be carried over. Nothing in it was changed. Delete it, or move it away to keep it, and run npm run demo again.'
