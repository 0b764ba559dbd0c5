import { ensureDatabase } from '../databases'
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
