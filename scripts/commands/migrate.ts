import { parseArgs } from 'node:util'
import { migrateDatabase } from '../demo-data'

/** Brings the database of DATABASE_URL to the newest version. */
export async function migrate(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} })
  const { DATABASE_URL: databaseUrl = '' } = process.env
  if (!URL.canParse(databaseUrl)) {
    throw new Error('DATABASE_URL must be set to postgres://user:password@host:5432/name.')
  }
  const { host, pathname } = new URL(databaseUrl)
  console.log(`Migrating the database ${pathname.slice(1)} on ${host} …`)
  await migrateDatabase(databaseUrl)
  console.log('The database is up to date.')
}
