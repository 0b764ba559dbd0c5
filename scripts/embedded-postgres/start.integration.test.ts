import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureDatabase } from '../databases'
import { anyFreePort } from '../ports'
import { parsePostmasterFile } from './postmaster'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from './start'

let home: string
let dataDir: string

beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'paydesk in a folder with spåces '))
  // As root the server runs as another user, who must be able to pass.
  chmodSync(home, 0o755)
  dataDir = path.join(home, 'postgres')
})
afterAll(async () => {
  await removeEmbeddedPostgres(dataDir)
  rmSync(home, { recursive: true })
})

function killServer(): void {
  const file = readFileSync(path.join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')
  const { pid } = parsePostmasterFile(file) ?? {}
  if (pid === undefined) throw new Error('no server runs')
  process.kill(pid, 'SIGKILL')
}

it('embedded PostgreSQL: keeps the data over a second start, a kill and a stop', async () => {
  const first = await startEmbeddedPostgres({ dataDir, durable: true })
  expect(first.startedHere).toBe(true)
  await ensureDatabase(first.adminUrl, 'shop')
  const sql = postgres(first.url('shop'), { max: 1 })
  await sql`create table orders as select 42 as number`
  await sql.end()

  const second = await startEmbeddedPostgres({ dataDir, durable: true })
  expect(second).toMatchObject({ startedHere: false, adminUrl: first.adminUrl })

  killServer()
  const third = await startEmbeddedPostgres({ dataDir, durable: true })
  expect(third.startedHere).toBe(true)
  await third.stop()

  const port = await anyFreePort()
  const fourth = await startEmbeddedPostgres({ dataDir, port, durable: true })
  expect(new URL(fourth.adminUrl).port).toBe(String(port))
  const again = postgres(fourth.url('shop'), { max: 1 })
  expect(await again`select number from orders`).toEqual([{ number: 42 }])
  await again.end()

  const other = { dataDir: path.join(home, 'other'), port, durable: false }
  await expect(startEmbeddedPostgres(other)).rejects.toThrow(`port ${port} is in use`)
  await removeEmbeddedPostgres(other.dataDir)
  await fourth.stop()
})

it('embedded PostgreSQL: requires a password that only its owner can read', async () => {
  const server = await startEmbeddedPostgres({ dataDir, durable: true })
  expect(statSync(path.join(dataDir, 'password')).mode & 0o777).toBe(0o600)
  const url = new URL(server.adminUrl)
  url.password = 'wrong'
  const sql = postgres(url.href, { max: 1 })
  await expect(sql`select 1`).rejects.toThrow('password authentication failed')
  await sql.end()
  await server.stop()
})
