import postgres from 'postgres'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/**
 * Runs a statement on a test's database as its owner with all triggers off, for what a test makes older
 * than the walls of the tables allow.
 */
export async function changeBehindWalls(database: Database, statement: string): Promise<void> {
  const [row] = await database.run((db) =>
    db.execute<{ name: string }>(sql`select current_database() as name`),
  )
  const url = new URL(process.env.TEST_DATABASE_URL ?? '')
  url.pathname = `/${row?.name ?? ''}`
  const owner = postgres(url.href, { max: 1, onnotice: () => undefined })
  try {
    await owner.unsafe(`set session_replication_role = replica; ${statement}`)
  } finally {
    await owner.end()
  }
}
