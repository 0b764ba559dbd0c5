import { lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import { createDatabase } from '@/scripts/databases'
import { migrateDatabase, seedDemoData, type SignIn } from '@/scripts/demo-data'
import { generateTransactions } from '@/scripts/generated-data'

/** Bytes of all files below a folder. */
export function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + lstatSync(path.join(entry.parentPath, entry.name)).size, 0)
}

/** Bytes of a database: as it has grown, and with its tables and indexes written anew. */
export interface DatabaseBytes {
  readonly grown: number
  readonly packed: number
}

export async function databaseBytes(databaseUrl: string): Promise<DatabaseBytes> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined })
  const size = async () => {
    const [row] = await sql<{ bytes: string }[]>`
      select pg_database_size(current_database())::text as bytes`
    return Number(row?.bytes)
  }
  try {
    const grown = await size()
    await sql`vacuum full`
    return { grown, packed: await size() }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** A database of the server with the demo's people and connections. */
export interface BenchDatabase {
  readonly url: string
  readonly signIns: readonly SignIn[]
}

export async function makeDatabase(
  serverUrl: string,
  name: string,
  demo: { readonly encryptionKey: string; readonly sandboxUrl: string },
): Promise<BenchDatabase> {
  await createDatabase(serverUrl, name)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  await migrateDatabase(url.href, url.href)
  const signIns = await seedDemoData(Object.assign({ ownerUrl: url.href }, demo))
  return { url: url.href, signIns }
}

/** Bytes of `count` generated payments of all kinds and ages, packed, for one of them. */
export async function bytesOfPayment(databaseUrl: string, count: number): Promise<number> {
  const before = await databaseBytes(databaseUrl)
  await generateTransactions({ databaseUrl, count, onProgress: () => undefined })
  const after = await databaseBytes(databaseUrl)
  return Math.round((after.packed - before.packed) / count)
}
