import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'

/** Days that lie further back become one. */
const oldestDay = sql.raw(`((now() at time zone 'UTC')::date - ${LIMITS.tallies.oldestDays})`)

/**
 * Folds the oldest changes into the tallies, in one statement, so that their sum never differs.
 * Any number of instances may do it at once. Returns how many changes it folded.
 */
export async function foldTallyChanges(database: Database): Promise<number> {
  const [row] = await database.run((db) =>
    db.execute<{ folded: number }>(sql`
      with change as (
        delete from transaction_tally_changes where id in (
          select id from transaction_tally_changes
          order by id limit ${LIMITS.tallies.foldRows} for update skip locked
        )
        returning
          connection_id, status, currency, capture_day, count, held_minor, captured_minor,
          refunded_minor
      ),
      outdated as (
        delete from transaction_tallies as tally using (
          select connection_id, status, currency, capture_day from transaction_tallies
          where capture_day < ${oldestDay} and capture_day > '-infinity'
          order by connection_id, status, currency, capture_day for update skip locked
        ) as old
        where (tally.connection_id, tally.status, tally.currency, tally.capture_day)
          = (old.connection_id, old.status, old.currency, old.capture_day)
        returning
          tally.connection_id, tally.status, tally.currency, tally.capture_day, tally.count,
          tally.held_minor, tally.captured_minor, tally.refunded_minor
      ),
      folded as (
        insert into transaction_tallies as tally (
          connection_id, status, currency, capture_day, count, held_minor, captured_minor,
          refunded_minor
        )
        select
          connection_id, status, currency,
          case when capture_day < ${oldestDay} then '-infinity' else capture_day end,
          sum(count), sum(held_minor), sum(captured_minor), sum(refunded_minor)
        from (select * from change union all select * from outdated) as part
        group by 1, 2, 3, 4
        order by 1, 2, 3, 4
        on conflict (connection_id, status, currency, capture_day) do update set
          count = tally.count + excluded.count,
          held_minor = tally.held_minor + excluded.held_minor,
          captured_minor = tally.captured_minor + excluded.captured_minor,
          refunded_minor = tally.refunded_minor + excluded.refunded_minor
      )
      select count(*)::int as folded from change`),
  )
  return row?.folded ?? 0
}

/** A tally that does not say what a full count says. */
export interface TallyDifference extends Record<string, unknown> {
  readonly status: string
  readonly currency: string
  readonly tallied: string
  readonly counted: string
}

/** Compares the tallies with a full count, in one statement and so of one moment. */
export function findTallyDifferences(database: Database): Promise<readonly TallyDifference[]> {
  return database.run((db) =>
    db.execute<TallyDifference>(sql`
      with tallied as (
        select
          connection_id, status, currency,
          case when capture_day < ${oldestDay} then '-infinity' else capture_day end as day,
          sum(count) as count, sum(held_minor) as held, sum(captured_minor) as captured,
          sum(refunded_minor) as refunded
        from (
          select connection_id, status, currency, capture_day, count, held_minor, captured_minor,
            refunded_minor
          from transaction_tallies
          union all
          select connection_id, status, currency, capture_day, count, held_minor, captured_minor,
            refunded_minor
          from transaction_tally_changes
        ) as known
        group by 1, 2, 3, 4
        having sum(count) <> 0 or sum(held_minor) <> 0 or sum(captured_minor) <> 0
          or sum(refunded_minor) <> 0
      ),
      counted as (
        select
          connection_id, status, currency,
          case
            when tally_day(status, capture_by) < ${oldestDay} then '-infinity'
            else tally_day(status, capture_by)
          end as day,
          count(*) as count, sum(authorized_minor - captured_minor - released_minor) as held,
          sum(captured_minor) as captured, sum(refunded_minor) as refunded
        from transactions
        group by 1, 2, 3, 4
      )
      select status, currency, row_to_json(tallied)::text as tallied, row_to_json(counted)::text as counted
      from tallied full join counted
        using (connection_id, status, currency, day, count, held, captured, refunded)
      where tallied is null or counted is null`),
  )
}

/** Counts everything anew. */
export async function rebuildTallies(database: Database): Promise<void> {
  await database.run((db) => db.execute(sql`select rebuild_transaction_tallies()`))
}
