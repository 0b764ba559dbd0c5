import postgres from 'postgres'
import { Database } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { createTestDatabase } from '@/testing/test-database'
import { startTestSandbox, type TestSandbox } from '@/testing/test-sandbox'
import { SHORT_LIMITS } from '../model/limits'
import { RowRuns } from '../model/row-runs'
import type { Participant } from '../plan/participant'
import { settingsFor } from '../providers/participants'
import { OpenOperations } from './open-operations'
import { DatabaseProxy } from './database-proxy'
import { closedPort, startForeignHost } from './foreign-host'
import { Freezer } from './freezer'
import { Instance } from './instance'
import { addConnections, addPeople, type ConnectionName } from './merchant'
import { ProviderProxy } from './provider-proxy'
import { WorkerProcess } from './worker-process'

/** Requests are killed at the last instance; the others are killed during repair only. */
const INSTANCES = 3
/** All seeds that run at the same time share the server's connections. */
const SQL_CONNECTIONS = 4
const IMPORTER_LIMITS = {
  ...SHORT_LIMITS,
  database: { ...SHORT_LIMITS.database, poolSize: 2, queryDeadlineMs: 10_000 },
  provider: { ...SHORT_LIMITS.provider, readTimeoutMs: 10_000 },
}

/** Application instances, a database and a provider's sandbox, with proxies between them. */
export interface World {
  readonly participant: Participant
  readonly sandbox: TestSandbox
  readonly sql: postgres.Sql
  readonly database: DatabaseProxy
  readonly provider: ProviderProxy
  readonly instances: readonly Instance[]
  /** An instance for imports only; it has no faults. */
  readonly importer: WorkerProcess
  readonly freezer: Freezer
  readonly openOperations: OpenOperations
  readonly rowRuns: RowRuns
  readonly people: readonly Actor[]
  readonly connections: Readonly<Record<ConnectionName, string>>
  /** Number of calls that reached a host which is not the provider's. */
  foreignCalls(): number
  stop(): Promise<void>
}

export interface WorldOptions {
  readonly participant: Participant
  readonly seed: number
  readonly workerFile: string
  /** SQL that removes a guard from the database. */
  readonly sabotage?: readonly string[]
}

export async function startWorld(options: WorldOptions): Promise<World> {
  const { participant, workerFile, sabotage = [] } = options
  const [testDatabase, sandbox] = await Promise.all([
    createTestDatabase(),
    startTestSandbox(['--seed', 'off']),
  ])
  const sql = postgres(testDatabase.ownerUrl, { max: SQL_CONNECTIONS, onnotice: () => undefined })
  for (const statement of sabotage) await sql.unsafe(statement)
  await sandbox.control.call(
    'PUT',
    `${participant.provider}/settings`,
    settingsFor(participant, options.seed),
  )
  const provider = new ProviderProxy(sandbox.url, participant, (id) => isIntentCommitted(sql, id))
  const providerUrl = await provider.open()
  const foreign = await startForeignHost()
  const encryptionKey = randomSecret()
  const shared = { databaseUrl: testDatabase.url, encryptionKey, sandboxUrl: providerUrl }
  const addresses = await addressesFor(providerUrl, foreign.url)
  const direct = new Database(testDatabase.ownerUrl, 1)
  const [people, connections] = [
    await addPeople(direct, sql),
    await addConnections(direct, { participant, addresses, encryptionKey }),
  ]
  await direct.close()

  const database = new DatabaseProxy(testDatabase.url)
  const settings = { ...shared, authSecret: randomSecret(), port: 3000, logLevel: 'silent' }
  const environmentAt = (databaseUrl: string, limits: object): Record<string, string> => ({
    ...appEnvironment({ ...settings, databaseUrl }),
    PAYDESK_ALLOWED_PROVIDER_ORIGINS: [
      providerUrl,
      addresses['unknown-name'],
      addresses.refused,
      addresses['no-tls'],
    ].join(','),
    PAYDESK_LIMITS: JSON.stringify(limits),
  })
  const instances: Instance[] = []
  const rowRuns = new RowRuns(SHORT_LIMITS.batch.run.leaseMs)
  const startWorker = (url: string, limits: object): WorkerProcess =>
    new WorkerProcess(workerFile, environmentAt(url, limits), rowRuns)
  for (let instanceIndex = 0; instanceIndex < INSTANCES; instanceIndex += 1) {
    const url = await database.open(instanceIndex)
    instances.push(new Instance(() => startWorker(url, SHORT_LIMITS)))
  }
  const importer = startWorker(testDatabase.url, IMPORTER_LIMITS)
  await Promise.all([importer.ready, ...instances.map((instance) => instance.ready())])
  const freezer = new Freezer(instances)
  const openOperations = new OpenOperations(sql)
  return {
    participant,
    sandbox,
    sql,
    database,
    provider,
    instances,
    importer,
    freezer,
    openOperations,
    rowRuns,
    people,
    connections,
    foreignCalls: foreign.calls,
    stop: async () => {
      await openOperations.stop()
      importer.signal('SIGKILL')
      await Promise.all([importer.ended, ...instances.map((instance) => instance.stop())])
      await Promise.all([database.close(), provider.close(), foreign.close()])
      await sql.end({ timeout: 5 })
      await Promise.all([testDatabase.drop(), sandbox.stop()])
    },
  }
}

async function addressesFor(
  providerUrl: string,
  foreignUrl: string,
): Promise<Readonly<Record<ConnectionName, string>>> {
  return {
    main: providerUrl,
    other: providerUrl,
    'unknown-name': 'https://provider.invalid',
    refused: `http://127.0.0.1:${await closedPort()}`,
    'no-tls': providerUrl.replace('http:', 'https:'),
    foreign: foreignUrl,
  }
}

async function isIntentCommitted(sql: postgres.Sql, operationId: string): Promise<boolean> {
  const found = await sql`
    select 1 from operations join attempts on operation_id = operations.id
    where operations.id = ${operationId}`
  return found.length > 0
}
