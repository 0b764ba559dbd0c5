import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

export interface LimitedRead {
  readonly connectionId: string
  /** The payment or the reference that is read. */
  readonly subject: string
  /** Reads of one subject that the provider allows within `windowMs`. */
  readonly limit: number
  readonly windowMs: number
}

/**
 * Counts a read that is about to begin, for all instances, if the limit allows it: one guarded
 * statement, so that of any number of requests at the same moment no more than the limit are
 * granted. Time is the database's (I13). It also deletes a few counts of other subjects that mean
 * nothing any more.
 *
 * @returns 0 when the read may begin, else the milliseconds until one may
 */
export async function countRead(database: Database, read: LimitedRead): Promise<number> {
  const { connectionId, subject, limit } = read
  const window = sql`${read.windowMs} * interval '1 millisecond'`
  // With the limit reached, the read that must be old enough for another one.
  const decisive = sql`known.taken_at[cardinality(known.taken_at) + 1 - ${limit}::int]`
  const isFree = sql`coalesce(${decisive} <= now() - ${window}, true)`
  const [row] = await database.run((db) =>
    db.execute<{ waitMs: number }>(sql`
      with forgotten as (
        delete from counted_reads where (connection_id, subject) in (
          select connection_id, subject from counted_reads
          where last_taken_at < now() - ${KEPT} and subject <> ${subject}
          limit ${FORGOTTEN_AT_ONCE} for update skip locked
        )
      )
      insert into counted_reads as known (
        connection_id, subject, taken_at, is_granted, last_taken_at
      ) values (${connectionId}, ${subject}, array[now()], true, now())
      on conflict (connection_id, subject) do update set
        is_granted = ${isFree},
        taken_at = case when ${isFree}
          then (known.taken_at || now())[greatest(cardinality(known.taken_at) + 2 - ${limit}::int, 1):]
          else known.taken_at end,
        last_taken_at = case when ${isFree} then now() else known.last_taken_at end
      returning case when is_granted then 0 else greatest(
        ceil(extract(epoch from ${decisive} + ${window} - now()) * 1000), 1
      ) end::float8 as "waitMs"`),
  )
  if (row === undefined) throw new Error('the count of a read was not written')
  return row.waitMs
}

/** Longer than any provider's window. */
const KEPT = sql`interval '1 hour'`
const FORGOTTEN_AT_ONCE = 10
