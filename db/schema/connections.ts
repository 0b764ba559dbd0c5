import { ne, sql } from 'drizzle-orm'
import {
  boolean,
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
import { CHECK_SOURCES, CONNECTION_FAULTS } from '@/lib/domain/provider/connection-fault'
import { PROVIDERS, type MalformedEntry, type SyncCursor } from '@/lib/domain/provider/provider'
import { oneOf, timestampTz } from './columns'

/** One merchant account at one provider. */
export const connections = pgTable(
  'connections',
  {
    id: uuid().primaryKey(),
    provider: text({ enum: PROVIDERS }).notNull(),
    name: text().notNull().unique(),
    /**
     * The provider's name for the account: a Dintero account id, a merchant number, an entity id.
     */
    accountId: text().notNull(),
    baseUrl: text().notNull(),
    isTest: boolean().notNull(),
    /** AES-256-GCM; the connection id is bound in as associated data. */
    secretCiphertext: text().notNull(),
    /** The last time at which its provider showed something about the connection itself. */
    checkedAt: timestampTz(),
    /** What was wrong then; null when it worked. The three columns after it count only beside it. */
    checkProblem: text({ enum: CONNECTION_FAULTS }),
    /** The provider's own words for it. */
    checkDetail: text(),
    checkSource: text({ enum: CHECK_SOURCES }),
    /** The connection has not worked since then. */
    failingSince: timestampTz(),
    /** Begin of its last test, by a person or by itself; the next one waits. */
    testedAt: timestampTz(),
    createdAt: timestampTz().notNull().defaultNow(),
    updatedAt: timestampTz().notNull().defaultNow(),
    /**
     * Time of the next poll of the provider's list for changes; a claim moves it past the lease.
     */
    pollDueAt: timestampTz().notNull().defaultNow(),
    /** A turn at the list has been due since then and was begun, and none has succeeded; else null. */
    pollOwedSince: timestampTz(),
    /** Changes up to here are known; null before the list was gone through once. */
    polledUntil: timestampTz(),
    /** Position of the present sync run in the list; null between two runs. */
    syncCursor: jsonb().$type<SyncCursor>(),
    /** While set, nothing new is begun through it. */
    disabledAt: timestampTz(),
    /** Removed for good: its secret is destroyed, its payments and their history stay. */
    closedAt: timestampTz(),
    /** What signed the provider's webhooks before the newest secret, sealed; it counts until then. */
    previousWebhookSecret: text(),
    previousWebhookUntil: timestampTz(),
  },
  (table) => [
    check('connections_provider_known', oneOf(table.provider, PROVIDERS)),
    check('connections_check_problem_known', oneOf(table.checkProblem, CONNECTION_FAULTS)),
    check('connections_check_source_known', oneOf(table.checkSource, CHECK_SOURCES)),
    check(
      'connections_closed_for_good',
      sql`${table.closedAt} is null or (
        ${table.disabledAt} is not null and ${table.secretCiphertext} = ''
        and ${table.previousWebhookSecret} is null
      )`,
    ),
    check(
      'connections_previous_webhook_ends',
      sql`(${table.previousWebhookSecret} is null) = (${table.previousWebhookUntil} is null)`,
    ),
    index('connections_previous_webhook')
      .on(table.previousWebhookUntil)
      .where(sql`${table.previousWebhookUntil} is not null`),
  ],
)

/**
 * Every account that a connection reads, in its one spelling. An account belongs to one connection
 * for good: through a second one each payment would have a second row, and with it a second guard.
 */
export const connectionAccounts = pgTable(
  'connection_accounts',
  {
    provider: text({ enum: PROVIDERS }).notNull(),
    account: text().notNull(),
    connectionId: uuid()
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ name: 'connection_accounts_once', columns: [table.provider, table.account] }),
    check('connection_accounts_provider_known', oneOf(table.provider, PROVIDERS)),
    check('connection_accounts_named', ne(table.account, sql`''`)),
    index('connection_accounts_connection').on(table.connectionId),
  ],
)

/** One run of an import, with what it met. */
export const imports = pgTable(
  'imports',
  {
    id: uuid().primaryKey(),
    connectionId: uuid()
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    startedAt: timestampTz().notNull().defaultNow(),
    finishedAt: timestampTz(),
    pages: integer().notNull().default(0),
    read: integer().notNull().default(0),
    written: integer().notNull().default(0),
    malformed: integer().notNull().default(0),
    /** The first malformed entries: provider id where there was one, and what was wrong. */
    problems: jsonb().$type<MalformedEntry[]>().notNull().default([]),
    failure: text(),
    /** True for one that the server does by itself, false for one that its own process does. */
    inBackground: boolean().notNull().default(false),
    /**
     * Until then an import in the background is in the hands of a process; an unfinished one is
     * taken up after that.
     */
    leaseUntil: timestampTz().notNull().defaultNow(),
    /** Processes that have taken it up. Only the last one writes. */
    tries: integer().notNull().default(0),
    /** The position in the list; null at its beginning. */
    reached: jsonb().$type<SyncCursor>(),
  },
  (table) => [
    index('imports_connection').on(table.connectionId, table.startedAt.desc()),
    uniqueIndex('imports_running')
      .on(table.connectionId)
      .where(sql`${table.inBackground} and ${table.finishedAt} is null`),
  ],
)

/**
 * Reads that count towards a provider's limit on reads of one payment, or by one reference: one row
 * a subject, for all instances. Rows without a recent read are deleted.
 */
export const countedReads = pgTable(
  'counted_reads',
  {
    connectionId: uuid()
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    /** The payment or the reference, in the words of the provider's client. */
    subject: text().notNull(),
    /** Times of the latest reads, oldest first; no more than the limit. */
    takenAt: timestampTz().array().notNull(),
    /** True when the last request for a read was granted. */
    isGranted: boolean().notNull(),
    lastTakenAt: timestampTz().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.subject] }),
    index('counted_reads_old').on(table.lastTakenAt),
  ],
)
