import { migrateDatabase } from './demo-data'
import { loadEnvFile } from './env-file'
import { inProject } from './project'

/** Brings the database of DATABASE_URL to the newest version. */
async function main(): Promise<void> {
  loadEnvFile(inProject('.env'))
  const { DATABASE_URL: databaseUrl } = process.env
  if (!databaseUrl) {
    throw new Error('DATABASE_URL is not set: set it to postgres://user:password@host:5432/name.')
  }
  const { host, pathname } = new URL(databaseUrl)
  console.log(`Migrating the database ${pathname.slice(1)} on ${host} …`)
  await migrateDatabase(databaseUrl)
  console.log('The database is up to date.')
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
