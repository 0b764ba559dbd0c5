import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'

/** What has a sealed secret in the database. */
export const SEALED_KINDS = ['connection', 'previous_webhook', 'app_factor'] as const
export type SealedKind = (typeof SEALED_KINDS)[number]

/** A secret as it is stored. */
export interface SealedSecret {
  /** Of the connection, or of the person whose app it is. */
  readonly id: string
  /** The connection's name, or the person's e-mail address. */
  readonly name: string
  readonly sealed: string
}

interface Range {
  /** Only those with a greater id, which is the order; null for all. */
  readonly after: string | null
  readonly atMost: number
}

/** The sealed secrets of a kind by id; an app that was never set up in time has none any more. */
export async function listSealedSecrets(
  database: Database,
  kind: SealedKind,
  { after, atMost }: Range,
): Promise<readonly SealedSecret[]> {
  const rows = await database.run((db) =>
    db.execute<SealedSecret & Record<string, unknown>>(sql`
      select id, name, sealed from (${SEALED[kind]}) as secret
      where ${after}::uuid is null or id > ${after}::uuid
      order by id limit ${atMost}`),
  )
  return Array.from(rows)
}

const SEALED: Readonly<Record<SealedKind, SQL>> = {
  connection: sql`
    select id, name, secret_ciphertext as sealed from connections where closed_at is null`,
  previous_webhook: sql`
    select id, name, previous_webhook_secret as sealed from connections
    where previous_webhook_until > now()`,
  app_factor: sql`
    select user_id as id, users.email as name, sealed_secret as sealed
    from app_factors join users on users.id = app_factors.user_id
    where confirmed_at is not null
      or app_factors.created_at > now() - make_interval(secs => ${LIMITS.access.appSetUpS})`,
}

/**
 * Puts another seal in the place of this one, around the same secret: a connection stays the version
 * that it is. False, with nothing written, when it was changed since it was read.
 */
export async function replaceSeal(
  database: Database,
  kind: SealedKind,
  { id, sealed }: SealedSecret,
  resealed: string,
): Promise<boolean> {
  const written = await database.run((db) => db.execute(RESEALED[kind](id, sealed, resealed)))
  return written.length === 1
}

const RESEALED: Readonly<
  Record<SealedKind, (id: string, sealed: string, resealed: string) => SQL>
> = {
  connection: (id, sealed, resealed) => sql`
    update connections set secret_ciphertext = ${resealed}
    where id = ${id}::uuid and secret_ciphertext = ${sealed}
    returning id`,
  previous_webhook: (id, sealed, resealed) => sql`
    update connections set previous_webhook_secret = ${resealed}
    where id = ${id}::uuid and previous_webhook_secret = ${sealed}
    returning id`,
  app_factor: (id, sealed, resealed) => sql`
    update app_factors set sealed_secret = ${resealed}
    where user_id = ${id}::uuid and sealed_secret = ${sealed}
    returning user_id`,
}
