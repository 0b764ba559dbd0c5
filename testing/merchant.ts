import { randomUUID } from 'node:crypto'
import { Database } from '@/db/client'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import { listConnections, type ConnectionRecord } from '@/db/queries/sync/connections'
import { seedDemo } from '@/db/seed/demo'
import type { Actor } from '@/lib/domain/access/actor'
import type { Provider } from '@/lib/domain/provider/provider'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { findDemoActor } from './demo-actor'
import { importAll } from './import-all'
import { createTestDatabase } from './test-database'
import { startTestSandbox, type TestSandbox } from './test-sandbox'

/** A merchant with users and a connection: the surroundings of a use case. */
export interface TestMerchant {
  readonly database: Database
  readonly databaseUrl: string
  /** The same database with all rights, for what a test arranges or tampers with. */
  readonly owner: Database
  readonly ownerUrl: string
  readonly sandbox: TestSandbox
  /** The connection to the merchant's provider. */
  readonly connection: ConnectionRecord
  actor(role: Actor['role']): Promise<Actor>
  /** Imports all payments of the sandbox. */
  importAll(): Promise<void>
  /** Creates a payment at the provider with a new reference, and imports it. */
  newPayment(
    create: (reference: string) => Promise<unknown>,
    connection?: ConnectionRecord,
  ): Promise<TransactionView>
  /** Reads the payment again. */
  reload(payment: { readonly id: string }): Promise<TransactionView>
  stop(): Promise<void>
}

/**
 * Starts a merchant on a database and an empty sandbox of its own. @param provider the provider of
 * its connection
 */
export async function startTestMerchant(provider: Provider = 'dintero'): Promise<TestMerchant> {
  const [testDatabase, sandbox] = await Promise.all([
    createTestDatabase(),
    startTestSandbox(['--seed', 'off']),
  ])
  const encryptionKey = randomSecret()
  const { url: databaseUrl, ownerUrl } = testDatabase
  const shared = { encryptionKey, sandboxUrl: sandbox.url }
  const settings = {
    ...shared,
    databaseUrl,
    port: 3000,
    authSecret: randomSecret(),
    logLevel: 'silent',
  }
  Object.assign(process.env, appEnvironment(settings))
  await seedDemo({ ...shared, ownerUrl })
  const database = new Database(databaseUrl)
  const owner = new Database(ownerUrl, 2)
  const connections = await listConnections(database)
  const connection = connections.find((candidate) => candidate.provider === provider)
  if (connection === undefined) throw new Error(`the demo has no connection to ${provider}`)

  return {
    database,
    owner,
    databaseUrl,
    ownerUrl,
    sandbox,
    connection,
    actor: (role) => findDemoActor(database, role),
    importAll: () => importAll(database, connection),
    newPayment: async (create, from = connection) => {
      const reference = `T-${randomUUID()}`
      await create(reference)
      await importAll(database, from)
      const { rows } = await listTransactions(database, { scope: 'all', search: reference })
      return findPayment(database, rows[0]?.id ?? '')
    },
    reload: ({ id }) => findPayment(database, id),
    stop: async () => {
      await Promise.all([database.close(), owner.close()])
      await Promise.all([testDatabase.drop(), sandbox.stop()])
    },
  }
}

async function findPayment(database: Database, id: string): Promise<TransactionView> {
  const view = await findTransactionView(database, 'all', id)
  if (view === null) throw new Error('there is no such payment')
  return view
}
