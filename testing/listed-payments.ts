import { randomUUID } from 'node:crypto'
import { Database } from '@/db/client'
import { listConnections } from '@/db/queries/sync/connections'
import { upsertTransaction } from '@/db/queries/sync/upsert-transaction'
import { seedDemo } from '@/db/seed/demo'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { randomSecret } from '@/scripts/app-environment'
import { authorizedSnapshot } from './authorized-snapshot'
import { createTestDatabase } from './test-database'

/** A database for tests of the list: users, a connection, and the payments that a test adds. */
export interface ListedPayments {
  readonly database: Database
  readonly databaseUrl: string
  readonly connectionId: string
  /** Writes a payment as an import does; the default is an authorized one of 100,00 NOK. */
  add(payment: Partial<TransactionSnapshot>): Promise<string>
  stop(): Promise<void>
}

export async function startListedPayments(): Promise<ListedPayments> {
  const made = await createTestDatabase()
  const { url } = made
  await seedDemo({
    databaseUrl: url,
    encryptionKey: randomSecret(),
    sandboxUrl: 'http://127.0.0.1:4010',
  })
  const database = new Database(url)
  const [connection] = await listConnections(database)
  if (connection === undefined) throw new Error('the demo has no connection')
  return {
    database,
    databaseUrl: url,
    connectionId: connection.id,
    add: async (payment) => {
      const newId = randomUUID()
      const snapshot = authorizedSnapshot(payment)
      const readAt = new Date().toISOString()
      await upsertTransaction(database, { newId, connectionId: connection.id, snapshot, readAt })
      return newId
    },
    stop: async () => {
      await database.close()
      await made.drop()
    },
  }
}
