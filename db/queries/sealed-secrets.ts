import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import type { SettingKey } from '@/lib/domain/access/organization-settings'

/** What has a sealed secret in the database. Those of settings are last: the owner alone writes them. */
export const SEALED_KINDS = [
  'connection',
  'previous_webhook',
  'app_factor',
  'notice_webhook',
  'single_sign_on',
] as const
export type SealedKind = (typeof SEALED_KINDS)[number]

/** A secret as it is stored. */
export interface SealedSecret {
  /** Of the connection, or of the person whose app it is; a fixed one for what is set once. */
  readonly id: string
  /** The connection's name, the person's e-mail address, the identity provider's name, or the host. */
  readonly name: string
  readonly sealed: string
  /** Of single sign-on: whose secret it is at which provider. */
  readonly client: { readonly issuer: string; readonly clientId: string } | null
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
      select id, name, sealed, client from (${SEALED[kind]}) as secret
      where ${after}::uuid is null or id > ${after}::uuid
      order by id limit ${atMost}`),
  )
  return Array.from(rows)
}

const SEALED: Readonly<Record<SealedKind, SQL>> = {
  connection: sql`
    select id, name, secret_ciphertext as sealed, null::jsonb as client
    from connections where closed_at is null`,
  previous_webhook: sql`
    select id, name, previous_webhook_secret as sealed, null::jsonb as client from connections
    where previous_webhook_until > now()`,
  app_factor: sql`
    select user_id as id, users.email as name, sealed_secret as sealed, null::jsonb as client
    from app_factors join users on users.id = app_factors.user_id
    where confirmed_at is not null
      or app_factors.created_at > now() - make_interval(secs => ${LIMITS.access.appSetUpS})`,
  notice_webhook: sql`
    select '00000000-0000-4000-8000-000000000042'::uuid as id, value ->> 'host' as name,
      value ->> 'sealedSecret' as sealed, null::jsonb as client
    from organization_settings where key = 'notice_webhook' and jsonb_typeof(value) = 'object'`,
  single_sign_on: sql`
    select
      '00000000-0000-4000-8000-000000000550'::uuid as id, value ->> 'name' as name,
      value ->> 'sealedSecret' as sealed,
      jsonb_build_object('issuer', value -> 'issuer', 'clientId', value -> 'clientId') as client
    from organization_settings where key = 'single_sign_on' and jsonb_typeof(value) = 'object'`,
}

/**
 * Puts another seal in the place of this one, around the same secret: a connection stays the version
 * that it is, and what is set the same to everyone. False, with nothing written, when it was changed
 * since it was read. The application's role may not do it to those of settings.
 */
export async function replaceSeal(
  database: Database,
  kind: SealedKind,
  secret: Pick<SealedSecret, 'id' | 'sealed'>,
  resealed: string,
): Promise<boolean> {
  const written = await database.run((db) => db.execute(RESEALED[kind](secret, resealed)))
  return written.length === 1
}

const RESEALED: Readonly<
  Record<SealedKind, (secret: Pick<SealedSecret, 'id' | 'sealed'>, resealed: string) => SQL>
> = {
  connection: ({ id, sealed }, resealed) => sql`
    update connections set secret_ciphertext = ${resealed}
    where id = ${id}::uuid and secret_ciphertext = ${sealed}
    returning id`,
  previous_webhook: ({ id, sealed }, resealed) => sql`
    update connections set previous_webhook_secret = ${resealed}
    where id = ${id}::uuid and previous_webhook_secret = ${sealed}
    returning id`,
  app_factor: ({ id, sealed }, resealed) => sql`
    update app_factors set sealed_secret = ${resealed}
    where user_id = ${id}::uuid and sealed_secret = ${sealed}
    returning user_id`,
  notice_webhook: ({ sealed }, resealed) => reseal('notice_webhook', sealed, resealed),
  single_sign_on: ({ sealed }, resealed) => reseal('single_sign_on', sealed, resealed),
}

function reseal(key: SettingKey, sealed: string, resealed: string): SQL {
  return sql`
    update organization_settings
    set value = jsonb_set(value, '{sealedSecret}', to_jsonb(${resealed}::text))
    where key = ${key} and value ->> 'sealedSecret' = ${sealed}
    returning key`
}
