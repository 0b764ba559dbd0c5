import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { signInThrottles } from '@/db/schema/people'

export interface Throttle {
  /** Hashed, so that the table holds no personal data. */
  readonly key: string
  readonly limit: number
  readonly windowS: number
  /** The account that the count belongs to; an unlock of the account forgets it. */
  readonly accountKey?: string
}

/**
 * The result of asking for a sign-in try; `retryAfterS` is set when it may not go ahead. `isLast`
 * is true for the one that starts a block.
 */
export type Admission =
  | { readonly admitted: true; readonly isLast?: true }
  | { readonly admitted: false; readonly retryAfterS: number }

/** The time to wait in whole minutes, as people are told it; at least one. */
export function minutesToWait({ retryAfterS }: { readonly retryAfterS: number }): number {
  return Math.max(1, Math.ceil(retryAfterS / 60))
}

/**
 * Counts a try as failed before its password is checked, so that tries at the same moment cannot
 * all pass: of any number of them, `limit` are admitted. The last of those starts a block of one
 * window; tries during the block do not prolong it.
 */
export async function takeSignInTry(database: Database, throttle: Throttle): Promise<Admission> {
  const { limit } = throttle
  const table = signInThrottles
  const window = sql`make_interval(secs => ${throttle.windowS})`
  const isBlocked = sql`${table.blockedUntil} > now()`
  const isOver = sql`coalesce(${table.blockedUntil}, ${table.windowStartedAt} + ${window}) <= now()`
  const blockEnd = (failures: number) =>
    sql`case when ${failures} >= ${limit}::int then now() + ${window} end`

  const [row] = await database.run((db) =>
    db
      .insert(table)
      .values({
        key: throttle.key,
        failures: 1,
        windowStartedAt: sql`now()`,
        blockedUntil: blockEnd(1),
        accountKey: throttle.accountKey ?? null,
      })
      .onConflictDoUpdate({
        target: table.key,
        set: {
          failures: sql`case when ${isOver} then 1 else least(${table.failures}, ${limit}::int) + 1 end`,
          windowStartedAt: sql`case when ${isOver} then now() else ${table.windowStartedAt} end`,
          blockedUntil: sql`case
            when ${isBlocked} then ${table.blockedUntil}
            when ${isOver} then ${blockEnd(1)}
            when ${table.failures} + 1 >= ${limit}::int then now() + ${window}
          end`,
        },
      })
      .returning({
        isAdmitted: sql<boolean>`${table.failures} <= ${limit}::int`,
        isLast: sql<boolean>`${table.failures} = ${limit}::int`,
        retryAfterS: sql<number>`greatest(1, ceil(extract(epoch from ${table.blockedUntil} - clock_timestamp())))::int`,
      }),
  )
  if (row === undefined) throw new Error('the sign-in count was not written')
  if (!row.isAdmitted) return { admitted: false, retryAfterS: row.retryAfterS }
  return row.isLast ? { admitted: true, isLast: true } : { admitted: true }
}

/** Gives back the one try that was counted in advance, after what turned out to be no failure. */
export async function giveSignInTryBack(
  database: Database,
  throttle: Pick<Throttle, 'key' | 'limit'>,
): Promise<void> {
  const table = signInThrottles
  await database.run((db) =>
    db
      .update(table)
      .set({
        failures: sql`greatest(least(${table.failures}, ${throttle.limit}::int) - 1, 0)`,
        blockedUntil: null,
      })
      .where(eq(table.key, throttle.key)),
  )
}

/** Forgets the failures that are counted under one key. */
export async function forgetSignInTries(database: Database, key: string): Promise<void> {
  await database.run((db) => db.delete(signInThrottles).where(eq(signInThrottles.key, key)))
}

/**
 * The keys of the counts that hold tries back now; of one that belongs to an account, the account's.
 */
export async function listBlockedKeys(database: Database): Promise<readonly string[]> {
  const { key, accountKey, blockedUntil } = signInThrottles
  const rows = await database.run((db) =>
    db
      .selectDistinct({ key: sql<string>`coalesce(${accountKey}, ${key})` })
      .from(signInThrottles)
      .where(sql`${blockedUntil} > now()`),
  )
  return rows.map((row) => row.key)
}

/** Deletes up to `atMost` counts that are older than `keptS` seconds, passing by locked ones. */
export async function deleteOldSignInTries(
  database: Database,
  keptS: number,
  atMost: number,
): Promise<void> {
  const table = signInThrottles
  await database.run((db) =>
    db.delete(table).where(
      sql`${table.key} in (
        select key from ${table}
        where window_started_at < now() - make_interval(secs => ${keptS})
        limit ${atMost} for update skip locked)`,
    ),
  )
}
