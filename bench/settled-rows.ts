import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { upsertTransaction } from '@/db/queries/sync/upsert-transaction'
import { closeDatabase, database } from '@/db/client'
import { listConnections } from '@/db/queries/sync/connections'
import { migrateDatabase, seedDemoData } from '@/scripts/demo-data'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { exitAfterStopping, failAfterStopping, stopOnSignals } from '@/scripts/processes/shutdown'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import { baselineStatements } from './capture/baseline-statements'
import { startBenchServer } from './support/database-server'
import { spread } from './support/statistics'

const ROUNDS = 10
const CAPTURES = 30
const SANDBOX_URL = 'http://127.0.0.1:9'

/**
 * Measures what the triggers that keep settled rows cost a capture: the median time of its three
 * writes with them and without, in rounds that alternate.
 */
async function main(): Promise<void> {
  stopOnSignals({ exitCode: 130 })
  const server = await startBenchServer()
  const encryptionKey = randomSecret()
  const own = { databaseUrl: server.url, encryptionKey, sandboxUrl: SANDBOX_URL }
  const rest = { authSecret: randomSecret(), port: 3000, logLevel: 'silent' }
  Object.assign(process.env, appEnvironment(Object.assign(rest, own)))
  await migrateDatabase(server.url, server.url)
  await seedDemoData({ ownerUrl: server.url, encryptionKey, sandboxUrl: SANDBOX_URL })
  const sql = postgres(server.url, { max: 1, fetch_types: false, onnotice: () => undefined })
  const taken: Record<'with' | 'without', number[]> = { with: [], without: [] }
  await round(sql)
  for (let number = 0; number < ROUNDS; number += 1) {
    const kind = number % 2 === 0 ? 'with' : 'without'
    await sql.unsafe(`
      alter table operations ${kind === 'with' ? 'enable' : 'disable'} trigger operations_settled;
      alter table attempts ${kind === 'with' ? 'enable' : 'disable'} trigger attempts_ended`)
    taken[kind].push(...(await round(sql)))
  }
  const result = { with: spread(taken.with, 3), without: spread(taken.without, 3) }
  console.log(JSON.stringify({ settledRows: { conditions: server.settings, ms: result } }))
  await sql.end()
  await closeDatabase()
  await exitAfterStopping(0)
}

/** The milliseconds of each of some captures, one after the other. */
async function round(sql: postgres.Sql): Promise<readonly number[]> {
  const [connection] = await listConnections(database())
  const [actor] = await sql<{ id: string; name: string }[]>`
    select id, name from users where role = 'staff'`
  if (connection === undefined || actor === undefined) throw new Error('the demo lacks people')
  const write = baselineStatements(sql)
  const times: number[] = []
  for (let number = 0; number < CAPTURES; number += 1) {
    const paymentId = randomUUID()
    const snapshot = authorizedSnapshot()
    const readAt = new Date().toISOString()
    const payment = { newId: paymentId, connectionId: connection.id, snapshot, readAt }
    await upsertTransaction(database(), payment)
    const operation = { id: randomUUID(), paymentId, attemptId: randomUUID() }
    const startedMs = performance.now()
    await write.intent(operation, `pd-${operation.id}`, actor)
    await write.attempt(operation)
    await write.outcome(operation, '{}')
    times.push(performance.now() - startedMs)
  }
  return times
}

main().catch(failAfterStopping)
