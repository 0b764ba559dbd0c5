import { sql, type SQL } from 'drizzle-orm'
import { LIMITS } from '@/lib/config/limits'
import { OPEN_STATES, type OpenState } from '@/lib/domain/operation/outcome'
import type { ConnectionFault } from '@/lib/domain/provider/connection-fault'
import type { Provider } from '@/lib/domain/provider/provider'
import type { Database } from '../client'
import { isoTime } from './database-time'

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

/** Some 0.8 MB, for which no table has room among its pages; they are free for its own rows later. */
const ROWS_FOR_NEW_PAGES = 5_000

/**
 * Writes a row and takes it back, in one statement: nothing of it is ever seen. Rejects when the
 * database takes no writes.
 * @param needsNewPages false for a single row, for which a full disk may still have room in a page that is
 *   there already; true for so many that the disk must have room
 */
export async function tryToWrite(
  database: Database,
  { needsNewPages }: { readonly needsNewPages: boolean },
): Promise<void> {
  // A DO block takes no parameters.
  const rows = sql.raw(String(needsNewPages ? ROWS_FOR_NEW_PAGES : 1))
  await database.run((db) =>
    db.execute(sql`
      do $$
      begin
        insert into sign_in_throttles (key, failures, window_started_at)
        select 'health ' || gen_random_uuid(), 0, now() from generate_series(1, ${rows});
        raise exception 'taken back' using errcode = 'PD001';
      exception when sqlstate 'PD001' then null;
      end $$`),
  )
}

/** A connection that is not closed, with how far its list is known. */
export interface ConnectionFigures {
  readonly id: string
  readonly name: string
  readonly provider: Provider
  readonly secretCiphertext: string
  /** ISO 8601: changes up to here are known; null before the list was gone through once. */
  readonly polledUntil: string | null
  /** Seconds for which its list should have been read and was not; 0 before that, and while it is disabled. */
  readonly lagS: number
  /** Null while it works, and while it is disabled. */
  readonly fault: ConnectionFault | null
  /** Seconds for which it has not worked; 0 while it works. */
  readonly faultS: number
}

/** The figures by which one sees that work is left behind. Seconds are of database time. */
export interface Figures extends Record<string, unknown> {
  /** The open operations, and the age of the oldest, by their state. */
  readonly operations: Readonly<
    Partial<Record<OpenState, { readonly count: number; readonly oldestS: number }>>
  >
  /** Seconds by which the longest waiting check of an operation is overdue. */
  readonly checkLagS: number
  /** Seconds for which a payment should have been read and was not, however often that was tried. */
  readonly rereadLagS: number
  /** Age of the oldest webhook whose payment was not read since, unless that payment makes no sense. */
  readonly webhookLagS: number
  /** Age of the oldest mail or call of notices that is still to be sent. */
  readonly noticeLagS: number
  readonly senderLocks: number
  /** Changes that are not in the tallies yet; counted up to `MOST_COUNTED`. */
  readonly tallyChanges: number
  /** Payments that could not be read for an hour; counted up to `MOST_COUNTED`. */
  readonly unreadPayments: number
  readonly connections: readonly ConnectionFigures[]
}

/** More calls for the same reaction, and counting has an end. */
const MOST_COUNTED = 100_000

/** Literal, so that a planned statement still knows that the indexes of open operations serve it. */
const OPEN = sql.raw(OPEN_STATES.map((state) => `'${state}'`).join(', '))
const SHOWN_AFTER = sql.raw(`interval '${LIMITS.list.attention.unavailableMs} milliseconds'`)

/** All figures in one statement, which reads indexes and small tables only. */
export async function findFigures(database: Database): Promise<Figures> {
  const [figures] = await database.run((db) =>
    db.execute<Figures>(sql`
      with open as materialized (
        select state, created_at, next_check_at, leased_until from operations
        where state in (${OPEN})
      ),
      by_state as (
        select state, count(*) as count, ${secondsSince(sql`min(created_at)`)} as age from open
        group by state
      )
      select
        (
          select coalesce(
            jsonb_object_agg(state, jsonb_build_object('count', count, 'oldestS', age)), '{}'
          )
          from by_state
        ) as operations,
        (
          select ${secondsSince(sql`min(next_check_at)`)} from open
          where state <> 'needs_review' and (leased_until is null or leased_until < now())
        ) as "checkLagS",
        (
          select ${secondsSince(sql`least(
            (select min(due_at) from scheduled_reads), (select min(owed_since) from scheduled_reads)
          )`)}
        ) as "rereadLagS",
        (
          select ${secondsSince(sql`min(received_at)`)} from webhook_deliveries
          join connections on connections.id = connection_id
          where processed_at is null and closed_at is null and not exists (
            select from unread_payments as unread
            where unread.connection_id = webhook_deliveries.connection_id
              and unread.provider_transaction_id = webhook_deliveries.provider_transaction_id
              and unread.reason not in ('not_found', 'unavailable')
          )
        ) as "webhookLagS",
        (
          select ${secondsSince(sql`min(created_at)`)} from notice_sends where state = 'open'
        ) as "noticeLagS",
        (
          select count(*)::int from pg_locks
          where locktype = 'advisory' and objsubid = 1 and mode = 'ExclusiveLock' and granted
            and database = (select oid from pg_database where datname = current_database())
        ) as "senderLocks",
        (
          select count(*)::int
          from (select from transaction_tally_changes limit ${MOST_COUNTED}) as change
        ) as "tallyChanges",
        (
          select count(*)::int from (
            select from unread_payments where since < now() - ${SHOWN_AFTER} limit ${MOST_COUNTED}
          ) as unread
        ) as "unreadPayments",
        (
          select coalesce(
            jsonb_agg(
              jsonb_build_object(
                'id', id, 'name', name, 'provider', provider,
                'secretCiphertext', secret_ciphertext, 'polledUntil', ${isoTime(sql`polled_until`)},
                'lagS', case when disabled_at is null
                  then ${secondsSince(sql`least(poll_due_at, poll_owed_since)`)} else 0 end,
                'fault', case when disabled_at is null then check_problem end,
                'faultS', case when disabled_at is null and check_problem is not null
                  then ${secondsSince(sql`failing_since`)} else 0 end
              ) order by name
            ),
            '[]'
          )
          from connections where closed_at is null
        ) as connections`),
  )
  if (figures === undefined) throw new Error('the database gave no figures')
  return figures
}

/** Seconds that a time lies back; 0 where it lies ahead, or where there is none. */
function secondsSince(time: SQL): SQL {
  return sql`coalesce(greatest(extract(epoch from now() - least(${time}, now())), 0), 0)::float8`
}
