import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import type { PersonRequest } from '@/lib/domain/access/actor'
import {
  DEFAULT_SETTINGS,
  STEP_UP_TOPICS,
  type OrganizationSettings,
  type SettingKey,
} from '@/lib/domain/access/organization-settings'
import { ROLES } from '@/lib/domain/access/permission'
import { personRequest } from './person-request'

const SCOPE = z.union([z.literal('all'), z.array(z.uuid()).readonly()])

/** The schema of each value: what is stored is checked when it is read. */
const SCHEMAS: { readonly [K in SettingKey]: z.ZodType<OrganizationSettings[K]> } = {
  second_factor_roles: z.array(z.enum(ROLES)).readonly(),
  step_up: z.strictObject({
    refundLimitsMinor: z.record(z.string(), z.int().nonnegative()),
    topics: z.array(z.enum(STEP_UP_TOPICS)).readonly(),
  }),
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
/**
 * Sets a setting and writes the audit entry, in one statement, by a function of the tables' owner; what
 * is sealed stays out of the entry.
 * @param guard a `SELECT` without whose row nothing is written
 * @returns `same` when that is set already, `actor_changed` when who asks is no admin of all connections
 *   any more, `guarded` without the guard's row; nothing is written then
 */
export async function writeSetting<K extends SettingKey>(
  database: Database,
  key: K,
  value: OrganizationSettings[K],
  request: PersonRequest,
  guard: SQL = sql`select 1`,
): Promise<'changed' | 'same' | 'actor_changed' | 'guarded'> {
  const [row] = await database.run((db) =>
    db.execute<{ result: 'changed' | 'same' | 'actor_changed' | 'guarded' }>(sql`
      with guard as materialized (${guard})
      select case when exists (select 1 from guard) then write_organization_setting(
        ${personRequest(request)}, ${key}, ${JSON.stringify(value)}::jsonb,
        ${JSON.stringify(DEFAULT_SETTINGS[key])}::jsonb
      ) else 'guarded' end as result`),
  )
  if (row === undefined) throw new Error('write_organization_setting returned nothing')
  return row.result
}
