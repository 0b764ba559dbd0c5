import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeDatabase, database, type Database } from '@/db/client'
import { proveDatabase } from '@/db/prove-database'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import { verifyChains } from '@/lib/audit/verify-chains'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { capturePayment } from '@/lib/operations/capture-payment'
import { importAllConnections } from '@/lib/sync/import-all-connections'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { createDatabase } from '@/scripts/databases'
import { migrateDatabase, seedDemoData } from '@/scripts/demo-data'
import { runCommand } from '@/scripts/processes/run-command'
import { projectFolder } from '@/scripts/project'
import { contextOf } from '@/testing/context-of'
import { findDemoActor } from '@/testing/demo-actor'
import { repairNow } from '@/testing/repair-now'
import { startTestSandbox, type TestSandbox } from '@/testing/test-sandbox'
import { blocksOf, scriptOf } from './page-blocks'
import { makeSystemPostgres, type SystemPostgres } from './postgres-server'

/** Each command of docs/backup.md, on a server with captures before and after the moment restored. */

const PAGE = 'backup.md'
const SLOW_MS = 300_000
const TODAY = new Date().toISOString().slice(0, 10)

let server: SystemPostgres
let sandbox: TestSandbox
let env: Record<string, string>

beforeAll(async () => {
  const [settings = ''] = blocksOf(PAGE, 'ini')
  server = await makeSystemPostgres((folder) =>
    settings.replaceAll('/var/backups/paydesk', `${folder}/backups`),
  )
  await server.run('mkdir -p backups/wal heads && chmod 777 heads')
  await server.start()
  await createDatabase(server.url('postgres'), 'paydesk')
  sandbox = await startTestSandbox(['--seed', 'off'])
  const ownerUrl = server.url('paydesk')
  const application = new URL(ownerUrl)
  application.username = 'paydesk_app'
  application.password = 'secret'
  const encryptionKey = randomSecret()
  env = appEnvironment({
    databaseUrl: application.href,
    encryptionKey,
    authSecret: randomSecret(),
    port: 3000,
    sandboxUrl: sandbox.url,
    logLevel: 'silent',
  })
  Object.assign(process.env, env)
  env.DATABASE_OWNER_URL = ownerUrl
  // Where tests go around the walls of the tables.
  process.env.TEST_DATABASE_URL = ownerUrl
  await migrateDatabase(ownerUrl, application.href)
  await seedDemoData({ ownerUrl, encryptionKey, sandboxUrl: sandbox.url })
}, SLOW_MS)
afterAll(async () => {
  await closeDatabase()
  await sandbox.stop()
  await server.remove()
})

/** The page's paths and moment, in those of this test. */
function placed(script: string, restoredAt = ''): string {
  return script
    .replaceAll('/var/backups/paydesk', `${server.folder}/backups`)
    .replaceAll('/var/backups/heads', `${server.folder}/heads`)
    .replaceAll('2026-12-01 14:30:00+00', restoredAt)
    .replaceAll('2026-12-01', TODAY)
}

/** Runs a script as the operator of Paydesk; returns how it ended and what it printed. */
const asPaydesk = (script: string, change: Readonly<Record<string, string>> = {}) =>
  runCommand('bash', ['-euc', placed(script)], {
    timeoutMs: SLOW_MS,
    cwd: projectFolder,
    env: Object.assign({}, process.env, env, change),
  })

async function newPayment(): Promise<TransactionView> {
  const reference = `B-${randomUUID()}`
  await sandbox.control.createTransaction({ reference, amount: 10_000 })
  await importAllConnections(database(), { onProgress: () => undefined })
  const { rows } = await listTransactions(database(), { scope: 'all', search: reference })
  return reload(rows[0] ?? { id: '' })
}

async function reload({ id }: { readonly id: string }): Promise<TransactionView> {
  const view = await findTransactionView(database(), 'all', id)
  if (view === null) throw new Error('there is no such payment')
  return view
}

async function capture(payment: TransactionView, amountMinor: number) {
  return capturePayment(contextOf(database(), await findDemoActor(database(), 'staff')), {
    operationId: randomUUID(),
    transactionId: payment.id,
    currency: payment.currency,
    expectedRevision: payment.moneyRevision,
    choice: { mode: 'amount', amountMinor },
    label: null,
  })
}

/** The amounts of the captures in the provider's own ledger. */
async function captures({ providerTransactionId }: TransactionView) {
  const { events } = await sandbox.control.transaction(providerTransactionId)
  return events.filter(({ event }) => event === 'CAPTURE').map(({ amount }) => amount)
}

async function now(of: Database): Promise<string> {
  const [row] = await of.run((db) => db.execute<{ now: string }>(sql`select now()::text as now`))
  return row?.now ?? ''
}

/** Waits until the log up to now is in the archive. */
async function archived(): Promise<void> {
  const ask = (statement: string) => server.run(`psql -Atc "${statement}" paydesk`)
  const file = (await ask('select pg_walfile_name(pg_current_wal_lsn())')).trim()
  await ask('select pg_switch_wal()')
  const last = async () => (await ask('select last_archived_wal from pg_stat_archiver')).trim()
  await expect
    .poll(last, { timeout: 60_000, interval: 200 })
    .toSatisfy((one: string) => one >= file)
}

it(
  'restore to a moment: what was sent after it is found by reading, and moves no second time',
  async () => {
    const [before, lost, partly, open] = [
      await newPayment(),
      await newPayment(),
      await newPayment(),
      await newPayment(),
    ]
    expect(await capture(before, 10_000)).toMatchObject({ ok: true })
    await server.run(placed(scriptOf(PAGE, 'as postgres, every night')))
    expect(await capture(partly, 1_000)).toMatchObject({ ok: true })
    await sandbox.control.addFault({
      match: { operation: 'capture' },
      action: { type: 'drop', when: 'after' },
    })
    await capture(open, 5_000)
    expect((await reload(open)).openOperation).toMatchObject({ state: 'unknown' })
    expect(await asPaydesk(scriptOf(PAGE, 'as Paydesk, every night'))).toMatchObject({ code: 0 })
    const restoredAt = await now(database())
    await sleep(1_000)
    expect(await capture(lost, 10_000)).toMatchObject({ ok: true })
    expect(await capture(await reload(partly), 4_000)).toMatchObject({ ok: true })
    await repairNow(database())
    expect((await reload(open)).openOperation).toBeNull()
    const later = 'npm run audit:verify -- --export /var/backups/heads/later.json'
    expect(await asPaydesk(later)).toMatchObject({ code: 0 })
    await archived()

    await closeDatabase()
    await server.stop()
    await server.run(placed(scriptOf(PAGE, 'as postgres, with PostgreSQL stopped'), restoredAt))
    await server.start()
    const isRestoring = scriptOf(PAGE, 'as postgres, to see whether it is done')
    await expect
      .poll(async () => (await server.run(isRestoring)).trim(), { timeout: 60_000 })
      .toBe('f')
    delete (globalThis as typeof globalThis & { paydeskDatabase?: Database }).paydeskDatabase

    expect((await reload(lost)).totals.capturedMinor).toBe(0)
    const seen = { lost: await reload(lost), partly: await reload(partly) }
    const after = await asPaydesk(scriptOf(PAGE, 'as Paydesk, before its start'))
    expect(after, after.output).toMatchObject({ code: 0 })
    expect(after.output).toContain('Every entry fits.')
    const shorter = await asPaydesk(
      'npm run audit:verify -- --against /var/backups/heads/later.json',
    )
    expect(shorter).toMatchObject({ code: 1 })
    expect(shorter.output).toMatch(/shorter than in the exported heads|another one than in the/)

    // Pages that were opened before the import show figures of that moment.
    expect(await capture(seen.lost, 10_000)).toMatchObject({ ok: false })
    expect(await capture(seen.partly, 4_000)).toMatchObject({ ok: false })
    await proveDatabase(env.DATABASE_URL ?? '')
    await repairNow(database())
    expect((await reload(open)).openOperation).toBeNull()
    const [foundLost, foundPartly] = [await reload(lost), await reload(partly)]
    expect(foundLost.totals.capturedMinor).toBe(10_000)
    expect(foundPartly.totals.capturedMinor).toBe(5_000)
    expect(foundLost.events.filter(({ kind }) => kind === 'capture')).toHaveLength(1)
    expect(await capture(foundLost, 10_000)).toMatchObject({ ok: false })
    expect(await captures(before)).toEqual([10_000])
    expect(await captures(lost)).toEqual([10_000])
    expect(await captures(partly)).toEqual([1_000, 4_000])
    expect(await captures(open)).toEqual([5_000])
  },
  SLOW_MS,
)

it(
  'a dump: restored whole the audit trail fits; its data alone is refused, and found missing',
  async () => {
    await server.run(placed(scriptOf(PAGE, 'as postgres, a dump')))
    await server.run(placed(scriptOf(PAGE, 'as postgres, a dump restored')))
    const addresses = (name: string) => {
      const application = new URL(env.DATABASE_URL ?? '')
      application.pathname = `/${name}`
      return { DATABASE_URL: application.href, DATABASE_OWNER_URL: server.url(name) }
    }
    const whole = await asPaydesk('npm run audit:verify', addresses('paydesk_restored'))
    expect(whole, whole.output).toMatchObject({ code: 0 })
    const { entries } = await verifyChains(database())
    expect(entries).toBeGreaterThan(0)
    expect(whole.output).toContain(`${entries} entries`)
    await proveDatabase(addresses('paydesk_restored').DATABASE_URL)

    await createDatabase(server.url('postgres'), 'data_alone')
    const alone = addresses('data_alone')
    await migrateDatabase(alone.DATABASE_OWNER_URL, alone.DATABASE_URL)
    const restored = await server.run(
      'pg_restore --data-only --dbname data_alone backups/paydesk.dump 2>&1 || true',
    )
    expect(restored).toContain('would rewrite the audit trail')
    const verified = await asPaydesk('npm run audit:verify', alone)
    expect(verified).toMatchObject({ code: 1 })
    expect(verified.output).toContain('the whole chain is missing')
  },
  SLOW_MS,
)
