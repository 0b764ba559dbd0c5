import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { appFactors, recoveryCodes } from '@/db/schema/second-factors'
import type { SecondFactorView } from '@/lib/domain/access/second-factor'
import { settingValue } from './organization-settings'

/** True where a person has an authenticator app that counts. */
export function hasApp(userId: SQL): SQL<boolean> {
  return sql<boolean>`exists (
    select 1 from app_factors as app where app.user_id = ${userId} and app.confirmed_at is not null
  )`
}

/**
 * True where a person has a second factor of any kind: then a password alone lets no one in, and the
 * role's demand is met. A new kind of factor is a condition here.
 */
export function secondFactorExists(userId: SQL): SQL<boolean> {
  return hasApp(userId)
}

/** True for a person with a second factor of any kind. */
export async function hasSecondFactor(database: Database, userId: string): Promise<boolean> {
  const [row] = await database.run((db) =>
    db.execute<{ has: boolean }>(sql`select ${secondFactorExists(sql`${userId}::uuid`)} as has`),
  )
  return row?.has === true
}

/** True where the organization demands a second factor of people in this role. */
export function isSecondFactorRequired(role: SQL): SQL<boolean> {
  return sql<boolean>`${settingValue('second_factor_roles')} ? ${role}`
}

/** The sealed secret of a person's app; null when there is none that counts. */
export async function findAppSecret(database: Database, userId: string): Promise<string | null> {
  const [row] = await database.run((db) =>
    db.execute<{ sealedSecret: string }>(sql`
      select sealed_secret as "sealedSecret" from app_factors
      where user_id = ${userId}::uuid and confirmed_at is not null`),
  )
  return row?.sealedSecret ?? null
}

/**
 * Keeps the secret of an app that is being set up, in place of an earlier one that was not confirmed.
 * @returns false when the person has an app that counts; nothing is written then
 */
export async function insertUnconfirmedApp(
  database: Database,
  userId: string,
  sealedSecret: string,
): Promise<boolean> {
  const written = await database.run((db) =>
    db
      .insert(appFactors)
      .values({ userId, sealedSecret })
      .onConflictDoUpdate({
        target: appFactors.userId,
        set: { sealedSecret, createdAt: sql`now()` },
        setWhere: sql`${appFactors.confirmedAt} is null`,
      })
      .returning({ userId: appFactors.userId }),
  )
  return written.length === 1
}

/** An app that is being set up. */
export interface UnconfirmedApp {
  readonly sealedSecret: string
  /** When its secret was made, in seconds with all their decimals: another secret has another. */
  readonly madeAt: string
}

/** The app that a person is setting up since less than `validForS`; null without one. */
export async function findUnconfirmedApp(
  database: Database,
  userId: string,
  validForS: number,
): Promise<UnconfirmedApp | null> {
  const [row] = await database.run((db) =>
    db.execute<UnconfirmedApp & Record<string, unknown>>(sql`
      select sealed_secret as "sealedSecret",
        extract(epoch from created_at)::text as "madeAt" from app_factors
      where user_id = ${userId}::uuid and confirmed_at is null
        and created_at > now() - make_interval(secs => ${validForS})`),
  )
  return row ?? null
}

/** A person's second factor as the person sees it. */
export async function findSecondFactor(
  database: Database,
  userId: string,
): Promise<SecondFactorView> {
  const [row] = await database.run((db) =>
    db
      .select({
        appSince: appFactors.confirmedAt,
        codesLeft: sql<number>`(
          select count(*) from ${recoveryCodes}
          where ${recoveryCodes.userId} = ${userId} and ${recoveryCodes.usedAt} is null
        )::int`,
      })
      .from(appFactors)
      .where(sql`${appFactors.userId} = ${userId} and ${appFactors.confirmedAt} is not null`),
  )
  return row ?? { appSince: null, codesLeft: 0 }
}
