import { sql } from 'drizzle-orm'
import type { Database } from '../client'

/** The state of the database as far as the application depends on it. */
export interface DatabaseState extends Record<string, unknown> {
  /** True when it takes no writes: a standby, or read-only by its settings. */
  readonly isReadOnly: boolean
  /** The number of the given migrations that it has had. */
  readonly applied: number
}

/** @param migrations the times by which its journal knows the migrations that are asked for */
export async function findDatabaseState(
  database: Database,
  migrations: readonly number[],
): Promise<DatabaseState> {
  const [state] = await database.run((db) =>
    db.execute<DatabaseState>(sql`
      select
        pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as "isReadOnly",
        (
          select count(*)::int from drizzle.__drizzle_migrations where created_at in ${migrations}
        ) as applied`),
  )
  if (state === undefined) throw new Error('the database did not say how it is')
  return state
}

/**
 * Writes a row and takes it back, in one statement: nothing of it is ever seen. Rejects when the
 * database takes no writes. A full disk may still have room for it in a page that is there already.
 */
export async function tryToWrite(database: Database): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      do $$
      begin
        insert into sign_in_throttles (key, failures, window_started_at)
        values ('health ' || gen_random_uuid(), 0, now());
        raise exception 'taken back' using errcode = 'PD001';
      exception when sqlstate 'PD001' then null;
      end $$`),
  )
}
