import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { OPERATOR, type PersonRequest } from '@/lib/domain/access/actor'
import {
  DEFAULT_SETTINGS,
  ORGANIZATION_STREAM_ID,
  STEP_UP_TOPICS,
  type OrganizationSettings,
  type SettingKey,
} from '@/lib/domain/access/organization-settings'
import { ROLES } from '@/lib/domain/access/permission'
import { isStillActing } from './acting-person'

/** The schema of each value: what is stored is checked when it is read. */
const SCHEMAS: { readonly [K in SettingKey]: z.ZodType<OrganizationSettings[K]> } = {
  second_factor_roles: z.array(z.enum(ROLES)).readonly(),
  step_up: z.strictObject({
    refundLimitsMinor: z.record(z.string(), z.int().nonnegative()),
    topics: z.array(z.enum(STEP_UP_TOPICS)).readonly(),
  }),
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
  return parseSetting(key, row?.value)
}

/** A setting's value as it was read. Throws when the setting cannot have it. */
export function parseSetting<K extends SettingKey>(
  key: K,
  value: unknown,
): OrganizationSettings[K] {
  return SCHEMAS[key].parse(value)
}

/**
 * Sets a setting and writes the audit entry, in one statement.
 * @returns `same` when that is set already, `actor_changed` when who asks may no longer do so; nothing
 *   is written then
 */
export async function writeSetting<K extends SettingKey>(
  database: Database,
  key: K,
  value: OrganizationSettings[K],
  request: PersonRequest,
): Promise<'changed' | 'same' | 'actor_changed'> {
  const { userId, name, role } = request.actor ?? { userId: null, ...OPERATOR }
  const acting =
    request.actor === null
      ? sql`select 1`
      : sql`select 1 from users where ${isStillActing(request.actor, sql`users`)} for share`
  const next = JSON.stringify(value)
  const [row] = await database.run((db) =>
    db.execute<{ isChanged: boolean; isActing: boolean }>(sql`
      with acting as materialized (${acting}),
      written as (
        insert into organization_settings as setting (key, value)
        select ${key}, ${next}::jsonb from acting where ${settingValue(key)} <> ${next}::jsonb
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
          jsonb_build_object('setting', ${key}::text, 'value', value)
        from written
      )
      select
        exists (select 1 from written) as "isChanged", exists (select 1 from acting) as "isActing"`),
  )
  if (row?.isActing !== true) return 'actor_changed'
  return row.isChanged ? 'changed' : 'same'
}
