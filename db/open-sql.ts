import postgres, { type Options, type Sql } from 'postgres'
import { readDatabaseTls, type DatabaseTls } from '@/lib/config/database-tls'
import { databaseCaFile } from '@/lib/config/env'

/**
 * Opens connections to a database, the only way to do so: with TLS as its address and
 * PAYDESK_DATABASE_CA say. Throws a sentence when these cannot be used.
 */
export function openSql(
  databaseUrl: string,
  options: Options<Record<string, never>>,
  tls: DatabaseTls = databaseTls(databaseUrl),
): Sql {
  return postgres(databaseUrl, { ...options, ...tls })
}

/** The TLS of an address, read once by what opens connections for as long as the process lives. */
export function databaseTls(databaseUrl: string): DatabaseTls {
  return readDatabaseTls(databaseUrl, databaseCaFile())
}
