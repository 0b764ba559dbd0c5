import { randomUUID } from 'node:crypto'
import { Database } from '@/db/client'
import { findUserByEmail } from '@/db/queries/users'
import { listConnections, type ConnectionRecord } from '@/db/queries/connections'
import { seedDemo } from '@/db/seed/demo'
import type { Actor } from '@/lib/domain/actor'
import { importTransactions } from '@/lib/operations/import-transactions'
import { appEnvironment, randomSecret } from '@/scripts/app-environment'
import { createTestDatabase } from './test-database'
import { startTestSandbox, type TestSandbox } from './test-sandbox'

/** A merchant with people and a connection: what a use case needs around it. */
export interface TestMerchant {
  readonly database: Database
  readonly databaseUrl: string
  readonly sandbox: TestSandbox
  /** To Dintero. */
  readonly connection: ConnectionRecord
  actor(role: Actor['role']): Promise<Actor>
  /** Imports everything that the sandbox has now. */
  importAll(): Promise<void>
  stop(): Promise<void>
}

/** Starts a merchant on a database and a sandbox of its own; the sandbox begins empty. */
export async function startTestMerchant(): Promise<TestMerchant> {
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
  const connection = (await listConnections(database)).find((one) => one.provider === 'dintero')
  if (connection === undefined) throw new Error('the demo has no connection')

  return {
    database,
    databaseUrl: testDatabase.url,
    sandbox,
    connection,
    actor: (role) => findActor(database, role),
    importAll: async () => {
      const report = await importTransactions(database, connection, { onProgress: () => undefined })
      if (!report.ok) throw new Error(report.error.message ?? report.error.code)
    },
    stop: async () => {
      await database.close()
      await Promise.all([testDatabase.drop(), sandbox.stop()])
    },
  }
}

async function findActor(database: Database, role: Actor['role']): Promise<Actor> {
  const email = `${role}@paydesk.example`
  const user = await findUserByEmail(database, email)
  if (user === null) throw new Error(`the demo has nobody in the role ${role}`)
  return { userId: user.id, sessionId: randomUUID(), name: user.name, email, role }
}
