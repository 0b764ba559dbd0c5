import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import { listConnections } from '@/db/queries/sync/connections'
import { upsertTransaction } from '@/db/queries/sync/upsert-transaction'
import { seedDemo } from '@/db/seed/demo'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { randomSecret } from '@/scripts/application/environment'
import { authorizedSnapshot } from './authorized-snapshot'
import { startEmptyDatabase } from './empty-database'

/** A database for tests of the list: users, a connection, and the payments that a test adds. */
export interface ListedPayments {
  readonly database: Database
  readonly databaseUrl: string
  /** The same database with all rights, for what a test arranges or tampers with. */
  readonly owner: Database
  readonly ownerUrl: string
  /** The key that seals the secrets of its connections. */
  readonly encryptionKey: string
  readonly connectionId: string
  /** Another account, at another provider. */
  readonly otherConnectionId: string
  /**
   * Writes a payment as an import does; the default is an authorized one of 100,00 NOK.
   * @param of the connection that it came through, unless it is the first
   */
  add(payment: Partial<TransactionSnapshot>, of?: string): Promise<string>
  stop(): Promise<void>
}

export async function startListedPayments(): Promise<ListedPayments> {
  const empty = await startEmptyDatabase()
  const { database, databaseUrl, owner, ownerUrl } = empty
  const encryptionKey = randomSecret()
  await seedDemo({ ownerUrl, encryptionKey, sandboxUrl: 'http://127.0.0.1:4010' })
  const [first, second] = await listConnections(database)
  if (first === undefined || second === undefined) throw new Error('the demo lacks connections')
  return {
    database,
    databaseUrl,
    owner,
    ownerUrl,
    encryptionKey,
    connectionId: first.id,
    otherConnectionId: second.id,
    add: async (payment, connectionId = first.id) => {
      const newId = randomUUID()
      const snapshot = authorizedSnapshot(payment)
      const readAt = new Date().toISOString()
      await upsertTransaction(database, { newId, connectionId, snapshot, readAt })
      return newId
    },
    stop: () => empty.stop(),
  }
}
