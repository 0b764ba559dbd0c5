import { parseArgs } from 'node:util'
import { migrateDatabase } from '../demo-data'

/**
 * Brings the database of DATABASE_URL to the newest version. `--keep NAME` says which connection
 * goes on where several read the same account.
 */
export async function migrate(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { keep: { type: 'string', multiple: true } },
  })
  const { DATABASE_URL: databaseUrl = '' } = process.env
  if (!URL.canParse(databaseUrl)) {
    throw new Error('DATABASE_URL must be set to postgres://user:password@host:5432/name.')
  }
  const { host, pathname } = new URL(databaseUrl)
  console.log(`Migrating the database ${pathname.slice(1)} on ${host} …`)
  for (const name of await migrateDatabase(databaseUrl, values.keep)) {
    console.warn(`The secret of “${name}” cannot be read: connect it again before it is used.`)
  }
  console.log('The database is up to date.')
}
