import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { anyFreePort } from '@/scripts/ports'

/** A PgBouncer in front of a database; `url` is that of the database behind it. */
export interface PgBouncer {
  readonly url: string
  stop(): Promise<void>
}

const START_LIMIT_MS = 10_000

/**
 * Starts the PgBouncer of the operating system, as a user without rights where we are root.
 * @param settings lines of its section `[pgbouncer]`
 */
export async function startPgBouncer(databaseUrl: string, settings: string): Promise<PgBouncer> {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl)
  const folder = mkdtempSync(path.join(tmpdir(), 'paydesk-pgbouncer-'))
  chmodSync(folder, 0o755)
  const listenPort = await anyFreePort()
  const file = path.join(folder, 'pgbouncer.ini')
  const name = pathname.slice(1)
  writeFileSync(
    file,
    `[databases]
${name} = host=${hostname} port=${port} dbname=${name} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listenPort}
unix_socket_dir =
auth_type = any
${settings}`,
    { mode: 0o644 },
  )
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const child = spawn('pgbouncer', ['-q', ...user, file], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await waitUntilListening(listenPort)
  const url = new URL(databaseUrl)
  url.port = String(listenPort)
  return {
    url: url.href,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

async function waitUntilListening(port: number): Promise<void> {
  const endsAtMs = performance.now() + START_LIMIT_MS
  while (!(await canConnect(port))) {
    if (performance.now() > endsAtMs) throw new Error('PgBouncer does not listen. Is it installed?')
    await pause(50)
  }
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const end = (isOpen: boolean) => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}
