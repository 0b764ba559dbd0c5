import { sql } from 'drizzle-orm'
import { Database, type Db } from '@/db/client'

/** A database that counts its statements, those on the lock's connection apart. */
export class CountingDatabase extends Database {
  statements = 0
  #lasting: CountingDatabase | null = null

  constructor(
    private readonly address: string,
    poolSize?: number,
    lasts?: boolean,
  ) {
    super(address, poolSize, lasts)
  }

  override run<T>(query: (db: Db) => PromiseLike<T>): Promise<T> {
    this.statements += 1
    return super.run(query)
  }

  override session(): CountingDatabase {
    this.#lasting ??= new CountingDatabase(this.address, 1, true)
    return this.#lasting
  }

  override async close(): Promise<void> {
    await Promise.all([super.close(), this.#lasting?.close()])
  }
}

/**
 * Has the database count the commits that wrote something, by a trigger on every table: those of other
 * databases of the server, and of statements that only read, do not count.
 */
export async function countCommits(owner: Database): Promise<() => Promise<number>> {
  const run = (text: string) => owner.run((db) => db.execute(sql.raw(text)))
  await run('create table counted_commits (xid xid8 primary key)')
  await run(`create function count_commit() returns trigger language plpgsql security definer as $$
    begin
      insert into counted_commits values (pg_current_xact_id()) on conflict do nothing;
      return null;
    end $$`)
  await run(`do $$ declare name text; begin
      for name in select tablename from pg_tables
        where schemaname = 'public' and tablename <> 'counted_commits'
      loop
        execute format('create trigger zz_count_commit after insert or update or delete on %I
          for each row execute function count_commit()', name);
      end loop;
    end $$`)
  return async () => {
    const [row] = await owner.run((db) =>
      db.execute<{ count: number }>(sql`select count(*)::int as count from counted_commits`),
    )
    return row?.count ?? 0
  }
}
