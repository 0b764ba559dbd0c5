import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { ROLES } from '@/lib/domain/access/permission'
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
     * Goes up by one when all of the person's sessions end; only sessions of this epoch are live.
     */
    sessionEpoch: integer().notNull().default(0),
    /** Goes up by one when the person's one-time link ends; only a link of this epoch is usable. */
    linkEpoch: integer().notNull().default(0),
    createdAt: timestampTz().notNull().defaultNow(),
  },
  (table) => [
    check('users_role_known', oneOf(table.role, ROLES)),
    check('users_email_lower_case', sql`${table.email} = lower(${table.email})`),
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
    /** When the person last proved a second factor in this session; null where none was asked for. */
    secondFactorAt: timestampTz(),
  },
  (table) => [index('sessions_user').on(table.userId)],
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

/** Failed sign-ins counted per account and per network address. */
export const signInThrottles = pgTable('sign_in_throttles', {
  /** `account:<e-mail>` or `address:<ip>`, hashed so that the table holds no personal data. */
  key: text().primaryKey(),
  failures: integer().notNull(),
  windowStartedAt: timestampTz().notNull(),
  blockedUntil: timestampTz(),
})
