import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import { verifyChains } from '@/lib/audit/verify-chains'
import { LIMITS } from '@/lib/config/limits'
import { createReadiness } from '@/lib/health/is-ready'
import { JOBS, noteRound } from '@/lib/observability/job-rounds'
import { capturePayment } from '@/lib/operations/capture-payment'
import { importAllConnections } from '@/lib/sync/import-all-connections'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { migrateDatabase, seedDemoData } from '@/scripts/demo-data'
import { runCommand, runOrThrow } from '@/scripts/processes/run-command'
import { contextOf } from '@/testing/context-of'
import { findDemoActor } from '@/testing/demo-actor'
import { LONG_AGO_MS, repairNow } from '@/testing/repair-now'
import { startTestSandbox, type TestSandbox } from '@/testing/test-sandbox'
import { makeSystemPostgres, type SystemPostgres } from './postgres-server'

/** A database whose tables lie on a disk of their own that is really full, which root may mount. */

const LIMIT_MS = 180_000
const PAYMENTS = 40
const isRoot = process.getuid?.() === 0

let server: SystemPostgres
let sandbox: TestSandbox
let disk: string

beforeAll(async () => {
  server = await makeSystemPostgres()
  disk = path.join(server.folder, 'disk')
  mkdirSync(disk)
  if (!isRoot) return
  await runOrThrow('mount', ['-t', 'tmpfs', '-o', 'size=64m,mode=0777', 'paydesk', disk], {
    timeoutMs: LIMIT_MS,
  })
  await server.start()
  await server.run(`mkdir disk/tables
    psql -c "create tablespace small location '${disk}/tables'" postgres
    createdb --tablespace small paydesk`)
  sandbox = await startTestSandbox(['--seed', 'off'])
  const [ownerUrl, encryptionKey] = [server.url('paydesk'), randomSecret()]
  const application = new URL(ownerUrl)
  application.username = 'paydesk_app'
  const rest = { authSecret: randomSecret(), port: 3000, logLevel: 'silent' }
  const own = { databaseUrl: application.href, encryptionKey, sandboxUrl: sandbox.url }
  Object.assign(process.env, appEnvironment(Object.assign(rest, own)))
  // Where tests go around the walls of the tables.
  process.env.TEST_DATABASE_URL = ownerUrl
  await migrateDatabase(ownerUrl, application.href)
  await seedDemoData({ ownerUrl, encryptionKey, sandboxUrl: sandbox.url })
}, LIMIT_MS)
beforeEach(() => JOBS.forEach(noteRound))
afterAll(async () => {
  if (isRoot) {
    await closeDatabase()
    await sandbox.stop()
    await server.stop()
    await runCommand('umount', [disk], { timeoutMs: LIMIT_MS })
  }
  await server.remove()
})

async function reload(id: string) {
  const view = await findTransactionView(database(), 'all', id)
  if (view === null) throw new Error('there is no such payment')
  return view
}

async function capture(id: string) {
  const { currency, moneyRevision } = await reload(id)
  return capturePayment(contextOf(database(), await findDemoActor(database(), 'staff')), {
    operationId: randomUUID(),
    transactionId: id,
    currency,
    expectedRevision: moneyRevision,
    choice: { mode: 'amount', amountMinor: 100 },
    label: null,
  })
}

it.skipIf(!isRoot)(
  'a full disk: what is refused is said, health is red until there is room, and nothing is lost',
  async () => {
    await sandbox.control.createTransactions({ count: PAYMENTS, amount: 10_000 })
    await importAllConnections(database(), { onProgress: () => undefined })
    const { rows } = await listTransactions(database(), { scope: 'all' })
    const isReady = () => createReadiness(database)()
    expect(await isReady()).toEqual([])

    await server.run('dd if=/dev/zero of=disk/filler bs=4k 2> filled.log || true')
    expect(readFileSync(path.join(server.folder, 'filled.log'), 'utf8')).toContain('No space left')
    const answers = new Map<string, number>()
    for (let round = 0; round < 20 && !answers.has('database_refused'); round += 1) {
      for (const { id } of rows) {
        const captured = await capture(id)
        const answer = captured.ok ? captured.value.state : captured.error.code
        answers.set(answer, (answers.get(answer) ?? 0) + 1)
      }
    }
    expect([...answers.keys()]).toContain('database_refused')
    expect(await isReady()).toEqual(['writable'])
    await sleep(LIMITS.health.diskFullMs + 1_000)
    JOBS.forEach(noteRound)
    expect(await isReady()).toEqual(['writable'])

    rmSync(path.join(disk, 'filler'))
    expect(existsSync(path.join(disk, 'filler'))).toBe(false)
    await sleep(LIMITS.health.diskFullMs + 1_000)
    JOBS.forEach(noteRound)
    expect(await isReady()).toEqual([])
    await repairNow(database(), { sentAgoMs: LONG_AGO_MS })
    await importAllConnections(database(), { onProgress: () => undefined })
    for (const { id } of rows) {
      const view = await reload(id)
      const { events } = await sandbox.control.transaction(view.providerTransactionId)
      const moved = events.filter(({ event }) => event === 'CAPTURE').length * 100
      expect(view).toMatchObject({ openOperation: null, totals: { capturedMinor: moved } })
    }
    expect(await capture(rows[0]?.id ?? '')).toMatchObject({ ok: true })
    expect((await verifyChains(database())).firstBad).toBeNull()
  },
  LIMIT_MS,
)
