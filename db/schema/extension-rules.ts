import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Failure } from '@/lib/domain/operation/result'
import { STOP_REASONS } from '@/lib/domain/extension/extension-rule'
import { oneOf, timestampTz } from './columns'
import { users } from './people'
import { transactions } from './transactions'

/**
 * Rules that extend the holds of tagged payments. A rule never changes: another one takes its place.
 * It is switched on by an admin, with whose rights it acts, and off by anyone who manages rules.
 */
export const extensionRules = pgTable(
  'extension_rules',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    /** Payments with this tag are extended. */
    tag: text().notNull(),
    /** Extensions of one payment by this rule. */
    maxTimes: integer().notNull(),
    /** A hold is extended in its last hours. */
    withinHours: integer().notNull(),
    /** The admin who switched it on; null while it is off. */
    enabledBy: uuid().references(() => users.id),
    enabledAt: timestampTz(),
    /** Why it was switched off by itself; null when a person did, or it is on. */
    stopReason: text({ enum: STOP_REASONS }),
    createdAt: timestampTz().notNull().defaultNow(),
    /** Removed rules stay, for what they did. */
    removedAt: timestampTz(),
  },
  (table) => [
    uniqueIndex('extension_rules_name')
      .on(sql`search_key(${table.name})`)
      .where(sql`${table.removedAt} is null`),
    check('extension_rules_times', sql`${table.maxTimes} between 1 and 50`),
    check('extension_rules_hours', sql`${table.withinHours} between 1 and 336`),
    check(
      'extension_rules_enabled',
      sql`(${table.enabledBy} is null) = (${table.enabledAt} is null) and (${table.enabledBy} is null or (${table.removedAt} is null and ${table.stopReason} is null))`,
    ),
    check('extension_rules_stop_known', oneOf(table.stopReason, STOP_REASONS)),
  ],
)

/**
 * The planned operations of rules, one a run. What became of the operation stands in `operations`,
 * under the id that was made when the run was planned.
 */
export const ruleRuns = pgTable(
  'rule_runs',
  {
    transactionId: uuid()
      .notNull()
      .references(() => transactions.id),
    /** Runs of the payment, by whichever rule, from 1: two instances never plan the same one. */
    number: integer().notNull(),
    ruleId: uuid()
      .notNull()
      .references(() => extensionRules.id),
    operationId: uuid().notNull(),
    /** The end of the hold when it was planned. */
    deadlineAt: timestampTz().notNull(),
    begunAt: timestampTz().notNull(),
    /** Until then it is in the hands of an instance, unless it has ended. */
    leaseUntil: timestampTz().notNull(),
    /** Before then no further run of the payment is planned. */
    nextAt: timestampTz().notNull(),
    /** Why no operation was begun. */
    failure: jsonb().$type<Failure>(),
    endedAt: timestampTz(),
  },
  (table) => [
    primaryKey({ columns: [table.transactionId, table.number] }),
    uniqueIndex('rule_runs_operation').on(table.operationId),
    index('rule_runs_rule').on(table.ruleId, table.transactionId),
    index('rule_runs_failed')
      .on(table.endedAt)
      .where(sql`${table.failure} is not null`),
  ],
)
