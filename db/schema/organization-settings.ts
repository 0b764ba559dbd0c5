import { sql } from 'drizzle-orm'
import { check, customType, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { LOGO_TYPES, type SettingKey } from '@/lib/domain/access/organization-settings'
import { oneOf, timestampTz } from './columns'

/** What the organization has set; a setting without a row has its default. */
export const organizationSettings = pgTable('organization_settings', {
  key: text().$type<SettingKey>().primaryKey(),
  /** Of the type that the setting has in `OrganizationSettings`. */
  value: jsonb().notNull(),
  changedAt: timestampTz().notNull().defaultNow(),
})

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** The pictures that were ever set as a logo, by the hash of their bytes, which the audit trail names. */
export const businessLogos = pgTable(
  'business_logos',
  {
    /** SHA-256 in hex. */
    hash: text().primaryKey(),
    contentType: text({ enum: LOGO_TYPES }).notNull(),
    bytes: bytea().notNull(),
  },
  (table) => [
    check('business_logos_hash', sql`${table.hash} = encode(sha256(${table.bytes}), 'hex')`),
    check('business_logos_size', sql`octet_length(${table.bytes}) <= 262144`),
    check('business_logos_type', oneOf(table.contentType, LOGO_TYPES)),
  ],
)
