import { Database } from '@/db/client'
import { createTestDatabase } from './test-database'

/** A migrated database without a row, and a client to it, for one test file. */
export interface EmptyDatabase {
  readonly database: Database
  readonly databaseUrl: string
  stop(): Promise<void>
}

export async function startEmptyDatabase(): Promise<EmptyDatabase> {
  const made = await createTestDatabase()
  const database = new Database(made.url)
  return {
    database,
    databaseUrl: made.url,
    stop: async () => {
      await database.close()
      await made.drop()
    },
  }
}
