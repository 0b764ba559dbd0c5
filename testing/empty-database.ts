import { Database } from '@/db/client'
import { createTestDatabase } from './test-database'

/** A migrated database without a row, and a client to it, for one test file. */
export interface EmptyDatabase {
  readonly database: Database
  readonly databaseUrl: string
  /** The same database with all rights, for what a test arranges or tampers with. */
  readonly owner: Database
  readonly ownerUrl: string
  stop(): Promise<void>
}

export async function startEmptyDatabase(): Promise<EmptyDatabase> {
  const made = await createTestDatabase()
  const database = new Database(made.url)
  const owner = new Database(made.ownerUrl, 2)
  return {
    database,
    owner,
    databaseUrl: made.url,
    ownerUrl: made.ownerUrl,
    stop: async () => {
      await Promise.all([database.close(), owner.close()])
      await made.drop()
    },
  }
}
