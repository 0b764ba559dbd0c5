import { randomUUID } from 'node:crypto'
import { Database } from '@/db/client'
import { findUserByEmail } from '@/db/queries/access/users'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import { listConnections, type ConnectionRecord } from '@/db/queries/sync/connections'
import { seedDemo } from '@/db/seed/demo'
import type { Actor } from '@/lib/domain/access/actor'
import type { Provider } from '@/lib/domain/provider/provider'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { appEnvironment, randomSecret } from '@/scripts/app-environment'
import { importAll } from './import-all'
import { createTestDatabase } from './test-database'
import { startTestSandbox, type TestSandbox } from './test-sandbox'

/** A merchant with people and a connection: what a use case needs around it. */
export interface TestMerchant {
  readonly database: Database
  readonly databaseUrl: string
  readonly sandbox: TestSandbox
  /** To the provider that it was started with. */
  readonly connection: ConnectionRecord
  actor(role: Actor['role']): Promise<Actor>
  /** Imports everything that the sandbox has now. */
  importAll(): Promise<void>
  /** Has the provider make a payment with a new reference, and imports it. */
  newPayment(
    create: (reference: string) => Promise<unknown>,
    connection?: ConnectionRecord,
  ): Promise<TransactionView>
  /** The payment as it stands now. */
  reload(payment: { readonly id: string }): Promise<TransactionView>
  stop(): Promise<void>
}

/**
 * Starts a merchant on a database and a sandbox of its own; the sandbox begins empty.
 * @param provider whose connection it is about
 */
export async function startTestMerchant(provider: Provider = 'dintero'): Promise<TestMerchant> {
  const [testDatabase, sandbox] = await Promise.all([
    createTestDatabase(),
    startTestSandbox(['--seed', 'off']),
  ])
  const encryptionKey = randomSecret()
  const shared = { databaseUrl: testDatabase.url, encryptionKey, sandboxUrl: sandbox.url }
  const settings = { ...shared, port: 3000, authSecret: randomSecret(), logLevel: 'silent' }
  Object.assign(process.env, appEnvironment(settings))
  await seedDemo(shared)
  const database = new Database(testDatabase.url)
  const connections = await listConnections(database)
  const connection = connections.find((candidate) => candidate.provider === provider)
  if (connection === undefined) throw new Error(`the demo has no connection to ${provider}`)

  return {
    database,
    databaseUrl: testDatabase.url,
    sandbox,
    connection,
    actor: (role) => findActor(database, role),
    importAll: () => importAll(database, connection),
    newPayment: async (create, from = connection) => {
      const reference = `T-${randomUUID()}`
      await create(reference)
      await importAll(database, from)
      const { rows } = await listTransactions(database, { search: reference })
      return findPayment(database, rows[0]?.id ?? '')
    },
    reload: ({ id }) => findPayment(database, id),
    stop: async () => {
      await database.close()
      await Promise.all([testDatabase.drop(), sandbox.stop()])
    },
  }
}

async function findPayment(database: Database, id: string): Promise<TransactionView> {
  const view = await findTransactionView(database, id)
  if (view === null) throw new Error('there is no such payment')
  return view
}

async function findActor(database: Database, role: Actor['role']): Promise<Actor> {
  const email = `${role}@paydesk.example`
  const user = await findUserByEmail(database, email)
  if (user === null) throw new Error(`the demo has nobody in the role ${role}`)
  return { userId: user.id, sessionId: randomUUID(), name: user.name, email, role }
}
