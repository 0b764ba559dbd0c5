import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { createDatabase } from '@/scripts/databases'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '@/scripts/embedded-postgres/start'
import { stopBeforeExit } from '@/scripts/processes/shutdown'
import { parentOf } from './process-cpu'

export interface BenchServer {
  /** The address of a fresh, empty database on the server. */
  readonly url: string
  /** Settings that determine the cost of a commit, as the server reports them. */
  readonly settings: DurabilitySettings
  /** Its main process, whose children serve the connections; null where it cannot be found. */
  readonly pid: number | null
}

export interface DurabilitySettings {
  readonly version: string
  readonly fsync: string
  readonly synchronousCommit: string
  readonly fullPageWrites: string
}

/**
 * Starts a PostgreSQL server of its own in a temporary folder, as durable as in production: every
 * commit is on disk before it is confirmed. It is removed with this process.
 */
export async function startBenchServer(): Promise<BenchServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'paydesk-bench-'))
  stopBeforeExit(() => removeEmbeddedPostgres(dataDir))
  const server = await startEmbeddedPostgres({ dataDir, durable: true })
  await createDatabase(server.adminUrl, 'paydesk_bench')
  const url = server.url('paydesk_bench')
  const sql = postgres(url, { max: 1, connect_timeout: 10 })
  try {
    return { url, settings: await readSettings(sql), pid: await readPid(sql) }
  } finally {
    await sql.end({ timeout: 2 })
  }
}

async function readPid(sql: postgres.Sql): Promise<number | null> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
  return row === undefined ? null : parentOf(row.pid)
}

async function readSettings(sql: postgres.Sql): Promise<DurabilitySettings> {
  const [row] = await sql<DurabilitySettings[]>`
    select
      current_setting('server_version') as version,
      current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as "synchronousCommit",
      current_setting('full_page_writes') as "fullPageWrites"`
  if (row === undefined) throw new Error('the database told no settings')
  return row
}
