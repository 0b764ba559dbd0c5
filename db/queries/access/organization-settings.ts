import { inArray, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import { organizationSettings } from '@/db/schema/organization-settings'
import type { PersonRequest } from '@/lib/domain/access/actor'
import {
  DEFAULT_SETTINGS,
  LOGO_TYPES,
  ORGANIZATION_STREAM_ID,
  STEP_UP_TOPICS,
  type LogoType,
  type OrganizationSettings,
  type SettingKey,
} from '@/lib/domain/access/organization-settings'
import { ROLES } from '@/lib/domain/access/permission'
import { LOCALES } from '@/lib/domain/access/person-settings'
import { NOTICE_KINDS, WEBHOOK_SHAPES } from '@/lib/domain/notice/notice'
import { isReasonCode, type ReasonCode } from '@/lib/domain/operation/reasons'
import { personRequest } from './person-request'

const REASON = z.strictObject({
  code: z.custom<ReasonCode>((code) => typeof code === 'string' && isReasonCode(code)),
  name: z.string().nullable(),
  isRetired: z.boolean(),
})
const LIMITS_MINOR = z.record(z.string(), z.int().nonnegative())

const SCOPE = z.union([z.literal('all'), z.array(z.uuid()).readonly()])

/** The schema of each value: what is stored is checked when it is read. */
const SCHEMAS: { readonly [K in SettingKey]: z.ZodType<OrganizationSettings[K]> } = {
  second_factor_roles: z.array(z.enum(ROLES)).readonly(),
  step_up: z.strictObject({
    refundLimitsMinor: LIMITS_MINOR,
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
  business_name: z.string().nullable(),
  business_logo: z
    .strictObject({
      hash: z.string(),
      contentType: z.enum(LOGO_TYPES),
      widthPx: z.int().positive(),
      heightPx: z.int().positive(),
    })
    .nullable(),
  time_zone: z.string().nullable(),
  languages: z.array(z.enum(LOCALES)).nonempty().readonly(),
  refund_reasons: z.array(REASON).readonly(),
  void_reasons: z.array(REASON).readonly(),
  review_limits: LIMITS_MINOR,
  notice_webhook: z
    .strictObject({
      sealedSecret: z.string(),
      host: z.string(),
      shape: z.enum(WEBHOOK_SHAPES),
      kinds: z.array(z.enum(NOTICE_KINDS)).readonly(),
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

/** Values of settings, each with when it was last changed (ISO 8601); null where it never was. */
export interface ReadSettings<K extends SettingKey> {
  readonly values: Pick<OrganizationSettings, K>
  readonly changedAt: Readonly<Record<K, string | null>>
}

/**
 * Some settings of one moment, by one statement. Throws when the database holds a value that a setting
 * cannot have.
 */
export async function readSettingsOf<K extends SettingKey>(
  database: Database,
  keys: readonly K[],
): Promise<ReadSettings<K>> {
  const { key, value, changedAt } = organizationSettings
  const rows = await database.run((db) =>
    db
      .select({ key, value, changedAt: isoTime(sql`${changedAt}`) })
      .from(organizationSettings)
      .where(inArray(key, [...keys])),
  )
  const stored = new Map<SettingKey, (typeof rows)[number]>(rows.map((row) => [row.key, row]))
  const valueOf = (one: K) => parseSetting(one, stored.get(one)?.value ?? DEFAULT_SETTINGS[one])
  return {
    values: Object.fromEntries(keys.map((one) => [one, valueOf(one)])) as Pick<
      OrganizationSettings,
      K
    >,
    changedAt: Object.fromEntries(
      keys.map((one) => [one, stored.get(one)?.changedAt ?? null]),
    ) as Record<K, string | null>,
  }
}

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
        ${settingArguments(key, value, request)}
      ) else 'guarded' end as result`),
  )
  if (row === undefined) throw new Error('write_organization_setting returned nothing')
  return row.result
}

interface SeenChange {
  /** When the setting that the person saw was last changed; null when it never was. */
  readonly seenAt: string | null
  /** The picture behind a new logo, which is stored with it. */
  readonly image?: {
    readonly hash: string
    readonly contentType: LogoType
    readonly bytes: Uint8Array
  }
}

/**
 * Sets a setting as `writeSetting` does, if no one has changed it since the person saw it.
 * @returns `overtaken` when it was changed since; nothing is written then
 */
export async function changeSeenSetting<K extends SettingKey>(
  database: Database,
  key: K,
  value: OrganizationSettings[K],
  request: PersonRequest,
  { seenAt, image }: SeenChange,
): Promise<'changed' | 'same' | 'actor_changed' | 'overtaken'> {
  const stored =
    image === undefined
      ? sql``
      : sql`, image as (
          insert into business_logos (hash, content_type, bytes)
          select ${image.hash}, ${image.contentType}, decode(${toBase64(image.bytes)}, 'base64')
          from change where result = 'changed'
          on conflict (hash) do nothing
        )`
  const [row] = await database.run((db) =>
    db.execute<{ result: 'changed' | 'same' | 'actor_changed' | 'overtaken' }>(sql`
      with change as materialized (
        select change_organization_setting(
          ${settingArguments(key, value, request)}, ${seenAt}::timestamptz
        ) as result
      )${stored}
      select result from change`),
  )
  if (row === undefined) throw new Error('change_organization_setting returned nothing')
  return row.result
}

function settingArguments<K extends SettingKey>(
  key: K,
  value: OrganizationSettings[K],
  request: PersonRequest,
): SQL {
  return sql`${personRequest(request)}, ${key}, ${JSON.stringify(value)}::jsonb,
    ${JSON.stringify(DEFAULT_SETTINGS[key])}::jsonb`
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** Who last changed a setting, and when (ISO 8601); null when it never was. */
export async function findLastSettingChange(
  database: Database,
  key: SettingKey,
): Promise<{ readonly actor: string; readonly at: string } | null> {
  const [row] = await database.run((db) =>
    db.execute<{ actor: string; at: string }>(sql`
      select actor_name as actor, ${isoTime(sql`at`)} as at from audit_entries
      where stream_id = ${ORGANIZATION_STREAM_ID}::uuid
        and action = 'organization.setting_changed' and detail ->> 'setting' = ${key}
      order by sequence desc
      limit 1`),
  )
  return row ?? null
}
