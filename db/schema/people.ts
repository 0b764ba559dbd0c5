import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { ROLES } from '@/lib/domain/access/permission'
import { LOCALES, THEMES } from '@/lib/domain/access/person-settings'
import { oneOf, timestampTz } from './columns'

/** People who sign in. */
export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey(),
    /** Always lower case. */
    email: text().notNull().unique(),
    name: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    /**
     * Argon2id in PHC text form, salt and parameters included. Null until an invited person has
     * chosen a password: such a person cannot sign in.
     */
    passwordHash: text(),
    disabledAt: timestampTz(),
    /**
     * The connections whose payments the person sees, in the order of their ids; null: all there are
     * and will be. A column and no table, so that who locks the person has the scope locked, too.
     */
    connectionIds: uuid().array(),
    /**
     * Goes up by one when all of the person's sessions end; only sessions of this epoch are live.
     */
    sessionEpoch: integer().notNull().default(0),
    /** Goes up by one when the person's one-time link ends; only a link of this epoch is usable. */
    linkEpoch: integer().notNull().default(0),
    /** Goes up by one when all of the person's passkeys end; only those of this epoch count. */
    passkeyEpoch: integer().notNull().default(0),
    createdAt: timestampTz().notNull().defaultNow(),
    /** Null, here and below, until the person has chosen one. */
    language: text({ enum: LOCALES }),
    /** A name that PostgreSQL and Intl both know. */
    timeZone: text(),
    theme: text({ enum: THEMES }),
  },
  (table) => [
    check('users_role_known', oneOf(table.role, ROLES)),
    check('users_some_connection', sql`cardinality(${table.connectionIds}) > 0`),
    check('users_email_lower_case', sql`${table.email} = lower(${table.email})`),
    check('users_language_known', oneOf(table.language, LOCALES)),
    check('users_theme_known', oneOf(table.theme, THEMES)),
  ],
)

/** One row a sign-in. A revoked or expired row signs its browser out at the next request. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The person's epoch when the password was verified. */
    epoch: integer().notNull().default(0),
    userAgent: text(),
    createdAt: timestampTz().notNull().defaultNow(),
    expiresAt: timestampTz().notNull(),
    revokedAt: timestampTz(),
    /**
     * Last request that the person made, not the page by itself. It lags by up to a minute, so that
     * most requests write nothing.
     */
    lastUsedAt: timestampTz().notNull().defaultNow(),
    /** When the person last proved a second factor in this session; null where none was asked for. */
    secondFactorAt: timestampTz(),
    /**
     * When the person last showed the identity provider who they are; null for another way in, and
     * where the provider does not say.
     */
    providerAuthAt: timestampTz(),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

/** People who sign in by the organization's identity provider, as it knows them. */
export const personIdentities = pgTable(
  'person_identities',
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    issuer: text().notNull(),
    /** The provider's own id of the person, which it gives to no one else. */
    subject: text().notNull(),
    createdAt: timestampTz().notNull().defaultNow(),
  },
  (table) => [unique('person_identities_subject').on(table.issuer, table.subject)],
)

/**
 * One-time links by which people choose their password: an invitation, or a reset. A person has one
 * usable link at most.
 */
export const personLinks = pgTable(
  'person_links',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** SHA-256 of the token in the link, in hex; the token itself is shown once and kept nowhere. */
    tokenHash: text().notNull().unique('person_links_token_hash_unique'),
    /** The person's link epoch when it was made. */
    epoch: integer().notNull(),
    /**
     * Who made it; null for the command line. It ends when its maker may no longer look after
     * people.
     */
    madeBy: uuid().references(() => users.id, { onDelete: 'cascade' }),
    createdAt: timestampTz().notNull().defaultNow(),
    expiresAt: timestampTz().notNull(),
    usedAt: timestampTz(),
  },
  (table) => [index('person_links_user').on(table.userId)],
)

/**
 * Browsers in which a person has signed in before. They keep a way in while others try passwords:
 * their own tries are counted apart.
 */
export const knownDevices = pgTable(
  'known_devices',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** SHA-256 of the token in the browser's cookie, in hex. */
    tokenHash: text().notNull(),
    /** The person's session epoch of its last sign-in; it is known in that epoch only. */
    epoch: integer().notNull(),
    signedInAt: timestampTz().notNull().defaultNow(),
    expiresAt: timestampTz().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.tokenHash] })],
)

/** Tries that are counted, failed sign-ins above all: by account, address, both, or device. */
export const signInThrottles = pgTable(
  'sign_in_throttles',
  {
    /** What is counted, hashed so that the table holds no personal data. */
    key: text().primaryKey(),
    failures: integer().notNull(),
    windowStartedAt: timestampTz().notNull(),
    blockedUntil: timestampTz(),
    /** The account's own key, where a count is about one of its devices or addresses. */
    accountKey: text(),
  },
  (table) => [index('sign_in_throttles_account').on(table.accountKey)],
)
