import { asc, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { connections } from '@/db/schema/connections'

export type ConnectionRecord = typeof connections.$inferSelect

/** A connection with its sealed secret, or null. */
export async function findConnection(
  database: Database,
  id: string,
): Promise<ConnectionRecord | null> {
  const [row] = await database.run((db) =>
    db.select().from(connections).where(eq(connections.id, id)),
  )
  return row ?? null
}

/** The connection with this name, or null. */
export async function findConnectionByName(
  database: Database,
  name: string,
): Promise<ConnectionRecord | null> {
  const [row] = await database.run((db) =>
    db.select().from(connections).where(eq(connections.name, name)),
  )
  return row ?? null
}

/** All connections by name. */
export function listConnections(database: Database): Promise<ConnectionRecord[]> {
  return database.run((db) => db.select().from(connections).orderBy(asc(connections.name)))
}

export type ConnectionWrite = Pick<
  ConnectionRecord,
  'id' | 'provider' | 'name' | 'accountId' | 'baseUrl' | 'isTest' | 'secretCiphertext'
>

/** Makes a connection, or changes the one with this id; the last check no longer counts then. */
export async function upsertConnection(
  database: Database,
  connection: ConnectionWrite,
): Promise<void> {
  await database.run((db) =>
    db
      .insert(connections)
      .values(connection)
      .onConflictDoUpdate({
        target: connections.id,
        set: { ...connection, checkedAt: null, checkProblem: null, updatedAt: sql`now()` },
      }),
  )
}

/** Keeps the result of a connection test; `problem` is null when it passed. */
export async function updateConnectionCheck(
  database: Database,
  id: string,
  problem: string | null,
): Promise<void> {
  await database.run((db) =>
    db
      .update(connections)
      .set({ checkedAt: sql`now()`, checkProblem: problem })
      .where(eq(connections.id, id)),
  )
}
