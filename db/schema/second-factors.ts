import { sql } from 'drizzle-orm'
import { check, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { timestampTz } from './columns'
import { users } from './people'

/** The authenticator app of a person, of whom each has one at most. */
export const appFactors = pgTable(
  'app_factors',
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The secret that the app and we share, sealed with the person's id as context. */
    sealedSecret: text().notNull(),
    /** When the secret was made. */
    createdAt: timestampTz().notNull().defaultNow(),
    /** Null until a first code has shown that the app has the secret; it counts only then. */
    confirmedAt: timestampTz(),
    /** The newest time step whose code was used; only codes of later steps count. */
    lastStep: integer(),
  },
  (table) => [
    check(
      'app_factors_confirmed_by_a_code',
      sql`(${table.confirmedAt} is null) = (${table.lastStep} is null)`,
    ),
  ],
)

/** Codes that stand in for a lost app, each of them once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** SHA-256 of the person's id and the code, in hex; the code is shown once and kept nowhere. */
    codeHash: text().notNull(),
    createdAt: timestampTz().notNull().defaultNow(),
    usedAt: timestampTz(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.codeHash] })],
)

/** Sign-ins whose password was right, and which wait for a code. */
export const pendingSignIns = pgTable('pending_sign_ins', {
  /** SHA-256 of the token in the browser's cookie, in hex. */
  tokenHash: text().primaryKey(),
  userId: uuid()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** The person's session epoch when the password was verified. */
  epoch: integer().notNull(),
  /** Codes that were tried, each counted before it is checked. */
  tries: integer().notNull().default(0),
  createdAt: timestampTz().notNull().defaultNow(),
  expiresAt: timestampTz().notNull(),
  usedAt: timestampTz(),
})
