import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { SettingKey } from '@/lib/domain/access/organization-settings'
import { timestampTz } from './columns'

/** What the organization has set; a setting without a row has its default. */
export const organizationSettings = pgTable('organization_settings', {
  key: text().$type<SettingKey>().primaryKey(),
  /** Of the type that the setting has in `OrganizationSettings`. */
  value: jsonb().notNull(),
  changedAt: timestampTz().notNull().defaultNow(),
})
