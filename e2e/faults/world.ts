import { randomUUID } from 'node:crypto'
import { createServer, type AddressInfo, type Server } from 'node:net'
import postgres from 'postgres'
import { Database } from '@/db/client'
import { upsertConnection } from '@/db/queries/connections'
import { listConnections } from '@/db/queries/connections'
import { upsertUsers } from '@/db/queries/users'
import { seedDemo } from '@/db/seed/demo'
import { createTestDatabase } from '@/e2e/support/test-database'
import { startTestSandbox, type TestSandbox } from '@/e2e/support/test-sandbox'
import { sealSecret } from '@/lib/config/secret-box'
import type { Actor } from '@/lib/domain/actor'
import { appEnvironment, randomSecret } from '@/scripts/app-environment'
import { Board } from './board'
import { DatabaseProxy } from './database-proxy'
import { Freezer } from './freezer'
import { Instance } from './instance'
import { SHORT_LIMITS } from './limits'
import { ProviderProxy } from './provider-proxy'
import { WorkerProcess } from './worker-process'

/** The last one is where people's requests are killed; the others die of repair only. */
const INSTANCES = 3
/** All seeds that are played at once share the server's connections. */
const SQL_CONNECTIONS = 4
const IMPORTER_CONNECTIONS = 2

/** Two sweaters, three cups at 33,33 and delivery: 1 796,99. */
export const ORDER = [
  {
    line_id: 'a',
    description: 'Sweater',
    quantity: 2,
    amount: 159_800,
    vat: 25,
    vat_amount: 31_960,
  },
  { line_id: 'b', description: 'Cup', quantity: 3, amount: 9_999, vat: 25, vat_amount: 2_000 },
  {
    line_id: 'ship',
    description: 'Delivery',
    quantity: 1,
    amount: 9_900,
    vat: 25,
    type: 'shipping',
  },
]

/** The sandbox's second account. */
export const OTHER_ACCOUNT = 'T33334444'

/** `other` belongs to an account of its own, whose connection gets other addresses. */
export type ConnectionName = 'main' | 'other' | 'unknown-name' | 'refused' | 'no-tls' | 'foreign'

/** A merchant with two application instances, a database and a provider, and all ways in between. */
export interface World {
  readonly sandbox: TestSandbox
  readonly sql: postgres.Sql
  readonly database: DatabaseProxy
  readonly provider: ProviderProxy
  readonly instances: readonly Instance[]
  /** An instance that only imports; no fault meets it. */
  readonly importer: WorkerProcess
  readonly freezer: Freezer
  readonly board: Board
  readonly people: readonly Actor[]
  readonly connections: Readonly<Record<ConnectionName, string>>
  /** Calls that reached a host which is not the provider's. */
  foreignCalls(): number
  stop(): Promise<void>
}

export interface WorldWish {
  readonly workerFile: string
  /** SQL that takes a guard out of the database. */
  readonly sabotage?: readonly string[]
}

export async function startWorld({ workerFile, sabotage = [] }: WorldWish): Promise<World> {
  const [testDatabase, sandbox] = await Promise.all([
    createTestDatabase(),
    startTestSandbox(['--seed', 'off']),
  ])
  const sql = postgres(testDatabase.url, { max: SQL_CONNECTIONS, onnotice: () => undefined })
  for (const statement of sabotage) await sql.unsafe(statement)
  const provider = new ProviderProxy(sandbox.url, (id) => isAnnounced(sql, id))
  const providerUrl = await provider.open()
  const foreign = await startForeignHost()
  const encryptionKey = randomSecret()
  const shared = { databaseUrl: testDatabase.url, encryptionKey, sandboxUrl: providerUrl }
  await seedDemo(shared)
  const addresses = {
    other: providerUrl,
    'unknown-name': 'http://provider.invalid',
    refused: `http://127.0.0.1:${await closedPort()}`,
    'no-tls': providerUrl.replace('http:', 'https:'),
    foreign: foreign.url,
  }
  const direct = new Database(testDatabase.url, 1)
  const [people, connections] = [
    await addPeople(direct, sql),
    await addConnections(direct, addresses, encryptionKey),
  ]
  await direct.close()

  const database = new DatabaseProxy(testDatabase.url)
  const settings = { ...shared, authSecret: randomSecret(), port: 3000, logLevel: 'silent' }
  const instances: Instance[] = []
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
  for (let place = 0; place < INSTANCES; place += 1) {
    const environment = environmentAt(await database.open(place), SHORT_LIMITS)
    instances.push(new Instance(() => new WorkerProcess(workerFile, environment)))
  }
  const forImporter = {
    ...SHORT_LIMITS,
    database: { ...SHORT_LIMITS.database, poolSize: IMPORTER_CONNECTIONS, queryDeadlineMs: 10_000 },
    provider: { ...SHORT_LIMITS.provider, readTimeoutMs: 10_000 },
  }
  const importer = new WorkerProcess(workerFile, environmentAt(testDatabase.url, forImporter))
  await Promise.all([importer.ready, ...instances.map((instance) => instance.ready())])
  const freezer = new Freezer(instances)
  const board = new Board(sql)
  return {
    ...{ sandbox, sql, database, provider, instances, importer, freezer, board, people },
    connections,
    foreignCalls: foreign.calls,
    stop: async () => {
      await board.stop()
      importer.signal('SIGKILL')
      await Promise.all([importer.ended, ...instances.map((instance) => instance.stop())])
      await Promise.all([database.close(), provider.close(), foreign.close()])
      await sql.end({ timeout: 5 })
      await Promise.all([testDatabase.drop(), sandbox.stop()])
    },
  }
}

async function isAnnounced(sql: postgres.Sql, operationId: string): Promise<boolean> {
  const found = await sql`
    select 1 from operations join attempts on operation_id = operations.id
    where operations.id = ${operationId}`
  return found.length > 0
}

const NAMES = ['Siri Moe', 'Per Aas', 'Eva Lund', 'Ola Vik'] as const

async function addPeople(database: Database, sql: postgres.Sql): Promise<Actor[]> {
  const more = NAMES.map((name, number) => ({
    id: randomUUID(),
    email: `person-${number}@paydesk.example`,
    name,
    role: 'admin' as const,
    passwordHash: 'signs in with nothing',
  }))
  await upsertUsers(database, more)
  const rows = await sql<Omit<Actor, 'sessionId'>[]>`
    select id as "userId", name, email, role from users order by email`
  return rows.map((row) => ({ ...row, sessionId: randomUUID() }))
}

async function addConnections(
  database: Database,
  addresses: Readonly<Record<Exclude<ConnectionName, 'main'>, string>>,
  encryptionKey: string,
): Promise<Record<ConnectionName, string>> {
  const main = (await listConnections(database)).find((one) => one.provider === 'dintero')
  if (main === undefined) throw new Error('the demo has no connection')
  const names = ['other', 'unknown-name', 'refused', 'no-tls', 'foreign'] as const
  const ids = {
    main: main.id,
    other: '',
    'unknown-name': '',
    refused: '',
    'no-tls': '',
    foreign: '',
  }
  for (const name of names) {
    ids[name] = randomUUID()
    const secret = JSON.stringify({
      clientId: 'paydesk-other',
      clientSecret: 'paydesk-other-secret',
    })
    await upsertConnection(database, {
      ...{ id: ids[name], provider: 'dintero', name, accountId: OTHER_ACCOUNT, isTest: true },
      baseUrl: `${addresses[name]}/dintero/v1`,
      secretCiphertext: sealSecret(secret, Buffer.from(encryptionKey, 'base64'), ids[name]),
    })
  }
  return ids
}

async function closedPort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A host that is nobody's provider: it counts who comes, and hangs up. */
async function startForeignHost() {
  let calls = 0
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => {
      calls += 1
      socket.destroy()
    })
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    calls: () => calls,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
