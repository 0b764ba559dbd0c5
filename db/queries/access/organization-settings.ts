import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { OPERATOR, type PersonRequest } from '@/lib/domain/access/actor'
import {
  DEFAULT_SETTINGS,
  ORGANIZATION_STREAM_ID,
  type OrganizationSettings,
  type SettingKey,
} from '@/lib/domain/access/organization-settings'
import { ROLES } from '@/lib/domain/access/permission'
import { isStillActing } from './acting-person'

const SCOPE = z.union([z.literal('all'), z.array(z.uuid()).readonly()])

/** The schema of each value: what is stored is checked when it is read. */
const SCHEMAS: { readonly [K in SettingKey]: z.ZodType<OrganizationSettings[K]> } = {
  second_factor_roles: z.array(z.enum(ROLES)).readonly(),
  single_sign_on: z
    .object({
      issuer: z.string(),
      clientId: z.string(),
      sealedSecret: z.string(),
      name: z.string(),
      scopes: z.string(),
      groupsClaim: z.string(),
      groups: z
        .array(z.object({ group: z.string(), role: z.enum(ROLES), scope: SCOPE }))
        .readonly(),
      trustsEmail: z.boolean(),
      trustsSecondFactor: z.boolean(),
      localPasswords: z.boolean(),
      emergencyAdminId: z.uuid().nullable(),
    })
    .nullable(),
}

/** A setting's value as a jsonb expression, its default included. */
export function settingValue(key: SettingKey): SQL {
  const byDefault = JSON.stringify(DEFAULT_SETTINGS[key])
  return sql`coalesce(
    (select value from organization_settings where key = ${key}), ${byDefault}::jsonb
  )`
}

/** What is set. Throws when the database holds a value that the setting cannot have. */
export async function readSetting<K extends SettingKey>(
  database: Database,
  key: K,
): Promise<OrganizationSettings[K]> {
  const [row] = await database.run((db) =>
    db.execute<{ value: unknown }>(sql`select ${settingValue(key)} as value`),
  )
  return SCHEMAS[key].parse(row?.value)
}

/**
 * Sets a setting and writes the audit entry, in one statement; what is sealed stays out of the entry.
 * @param guard a `SELECT` without whose row nothing is written
 * @returns `same` when that is set already, `actor_changed` when who asks may no longer do so,
 *   `guarded` without the guard's row; nothing is written then
 */
export async function writeSetting<K extends SettingKey>(
  database: Database,
  key: K,
  value: OrganizationSettings[K],
  request: PersonRequest,
  guard: SQL = sql`select 1`,
): Promise<'changed' | 'same' | 'actor_changed' | 'guarded'> {
  const { userId, name, role } = request.actor ?? { userId: null, ...OPERATOR }
  const acting =
    request.actor === null
      ? sql`select 1`
      : sql`select 1 from users where ${isStillActing(request.actor, sql`users`)} for share`
  const next = JSON.stringify(value)
  const [row] = await database.run((db) =>
    db.execute<{ isChanged: boolean; isActing: boolean; isGuarded: boolean }>(sql`
      with acting as materialized (${acting}),
      guard as materialized (${guard}),
      written as (
        insert into organization_settings as setting (key, value)
        select ${key}, ${next}::jsonb from acting, guard
        where ${settingValue(key)} <> ${next}::jsonb
        on conflict (key) do update set value = excluded.value, changed_at = now()
        where setting.value <> excluded.value
        returning value
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, reason, detail
        )
        select
          ${ORGANIZATION_STREAM_ID}::uuid, 'organization.setting_changed', ${userId}::uuid,
          ${name}::text, ${role}::text, ${request.requestId}::uuid, ${request.reason}::text,
          jsonb_build_object('setting', ${key}::text, 'value',
            case jsonb_typeof(value) when 'object' then value - 'sealedSecret' else value end)
        from written
      )
      select
        exists (select 1 from written) as "isChanged",
        exists (select 1 from acting) as "isActing",
        not exists (select 1 from guard) as "isGuarded"`),
  )
  if (row?.isActing !== true) return 'actor_changed'
  if (row.isGuarded) return 'guarded'
  return row.isChanged ? 'changed' : 'same'
}
