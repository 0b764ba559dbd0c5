import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { PersonRequest } from '@/lib/domain/access/actor'
import { personEntry } from './person-entry'

/**
 * Forgets the failed sign-ins that are counted under `keys`, or belong to an account of such a key, and
 * writes the audit entry about the person in the same statement.
 * @param email in the form of `parseEmail`
 * @returns how many counts were removed, with no entry when there were none; null when there is no
 *   such person, and nothing was removed
 */
export async function deleteAccountTries(
  database: Database,
  email: string,
  keys: readonly string[],
  request: PersonRequest,
): Promise<number | null> {
  const list = sql.join(
    keys.map((key) => sql`${key}::text`),
    sql`, `,
  )
  const entry = personEntry('person.unlocked', request, {
    from: sql`person where exists (select 1 from removed)`,
    detail: sql`jsonb_build_object('countsRemoved', (select count(*) from removed))`,
  })
  const [row] = await database.run((db) =>
    db.execute<{ removed: number }>(sql`
      with person as (select id from users where email = ${email}),
      removed as (
        delete from sign_in_throttles
        where (key in (${list}) or account_key in (${list})) and exists (select 1 from person)
        returning key
      ),
      entry as (${entry})
      select (select count(*) from removed)::int as removed from person`),
  )
  return row?.removed ?? null
}
