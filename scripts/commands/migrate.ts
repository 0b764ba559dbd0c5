import { parseArgs } from 'node:util'
import { readSecrets } from '@/lib/config/env'
import { migrateDatabase } from '../demo-data'

/**
 * Brings the database to the newest version, as the owner of its tables, and gives the role of
 * DATABASE_URL its rights. Without DATABASE_OWNER_URL that role is the owner as well.
 */
export async function migrate(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} })
  const secrets = readSecrets(['DATABASE_URL', 'DATABASE_OWNER_URL'])
  const databaseUrl = addressIn('DATABASE_URL', secrets.DATABASE_URL)
  const owner = secrets.DATABASE_OWNER_URL
  const ownerUrl = owner ? addressIn('DATABASE_OWNER_URL', owner) : databaseUrl
  const { host, pathname } = new URL(ownerUrl)
  if (pathname !== new URL(databaseUrl).pathname) {
    throw new Error('DATABASE_OWNER_URL and DATABASE_URL must name the same database.')
  }
  console.log(`Migrating the database ${pathname.slice(1)} on ${host} …`)
  await migrateDatabase(ownerUrl, databaseUrl)
  console.log('The database is up to date.')
}

function addressIn(name: string, url = ''): string {
  if (URL.canParse(url)) return url
  throw new Error(`${name} must be set to postgres://user:password@host:5432/name.`)
}
