import postgres from 'postgres'

/** When the newest migration of version 0.1.0 was made, in milliseconds, as its databases keep it. */
const NEWEST_OF_0_1 = 1_795_976_639_307

/** Leaves in an empty database the record of migrations that a version before 0.2.0 left. */
export async function makeOlder(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined })
  await sql.unsafe(`
    create schema drizzle;
    create table drizzle.__drizzle_migrations (
      id serial primary key, hash text not null, created_at bigint
    );
    insert into drizzle.__drizzle_migrations (hash, created_at) values ('older', ${NEWEST_OF_0_1})`)
  await sql.end()
}
