import { appendFileSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { databaseUser } from '@/scripts/embedded-postgres/database-user'
import { anyFreePort } from '@/scripts/ports'
import { runOrThrow } from '@/scripts/processes/run-command'

const LIMIT_MS = 60_000

/** A PostgreSQL server of the operating system, with a folder of its own. */
export interface SystemPostgres {
  readonly port: number
  readonly dataDir: string
  /** A folder that the server's user may write. */
  readonly folder: string
  url(databaseName: string): string
  start(): Promise<void>
  stop(): Promise<void>
  /** Runs a shell script as the server's user; returns its output. */
  run(script: string): Promise<string>
  remove(): Promise<void>
}

/**
 * Makes a server of the PostgreSQL that `pg_config` belongs to, under a user without rights where we are
 * root. It is not started.
 * @param settings further lines of `postgresql.conf`; `folder` is that of the server
 */
export async function makeSystemPostgres(
  settings: (folder: string) => string = () => '',
): Promise<SystemPostgres> {
  const user = databaseUser()
  const folder = mkdtempSync(path.join(tmpdir(), 'paydesk-postgres-'))
  const dataDir = path.join(folder, 'data')
  mkdirSync(dataDir, { mode: 0o700 })
  if (user) for (const owned of [folder, dataDir]) chownSync(owned, user.uid, user.gid)
  const bin = (await runOrThrow('pg_config', ['--bindir'], { timeoutMs: LIMIT_MS })).trim()
  const port = await anyFreePort()
  const env = {
    PATH: `${bin}:${process.env.PATH ?? ''}`,
    PGDATA: dataDir,
    PGHOST: '127.0.0.1',
    PGPORT: String(port),
    PGUSER: 'postgres',
  }
  const run = (script: string) =>
    runOrThrow('bash', ['-euc', script], { timeoutMs: LIMIT_MS, cwd: folder, env, user })
  await run('initdb --auth trust --username postgres --encoding UTF8 --locale C --no-sync')
  appendFileSync(
    path.join(dataDir, 'postgresql.conf'),
    `\nport = ${port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\n${settings(folder)}`,
  )
  const stop = () => run('pg_ctl stop --mode fast').then(() => undefined)
  return {
    port,
    dataDir,
    folder,
    url: (name) => `postgres://postgres:none@127.0.0.1:${port}/${name}`,
    start: () => run('pg_ctl start --wait --log "$PGDATA.log"').then(() => undefined),
    stop,
    run,
    remove: async () => {
      await stop().catch(() => undefined)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
