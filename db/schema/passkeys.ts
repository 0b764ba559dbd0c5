import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { PASSKEY_PURPOSES } from '@/lib/domain/access/passkey'
import { oneOf, timestampTz } from './columns'
import { users } from './people'

/** Keys that people's devices keep, by which they sign in without a password. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The person's passkey epoch when it was added. */
    epoch: integer().notNull(),
    /** The device's own name of the key, in base64url. */
    credentialId: text().notNull().unique('passkeys_credential_id_unique'),
    /** COSE key in base64url: it verifies what the device signs, and can sign nothing. */
    publicKey: text().notNull(),
    /** Uses as the device counted them; 0 for devices that do not count. */
    signCount: bigint({ mode: 'number' }).notNull(),
    /** Ways to reach the device, such as `usb`, as the browser named them. */
    transports: jsonb().$type<readonly string[]>().notNull(),
    /** True when the maker of the device may keep the key on several of the person's devices. */
    isSyncable: boolean().notNull(),
    /** True when the maker of the device kept a copy at the last use. */
    isBackedUp: boolean().notNull(),
    /** The model of the device or the program, as it says itself; zeros where it does not. */
    aaguid: uuid().notNull(),
    name: text().notNull(),
    createdAt: timestampTz().notNull().defaultNow(),
    lastUsedAt: timestampTz(),
  },
  (table) => [
    index('passkeys_user').on(table.userId),
    check('passkeys_sign_count_not_negative', sql`${table.signCount} >= 0`),
  ],
)

/**
 * Random texts that a device has to sign, each once and within minutes: a row is deleted when its
 * answer comes.
 */
export const passkeyChallenges = pgTable(
  'passkey_challenges',
  {
    /** SHA-256 of the challenge, in hex. */
    challengeHash: text().primaryKey(),
    /** SHA-256 of the text in the cookie of the browser that asked, in hex. */
    browserHash: text().notNull(),
    purpose: text({ enum: PASSKEY_PURPOSES }).notNull(),
    /** Who adds or uses a passkey; null for signing in, before which the person is not known. */
    userId: uuid().references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: timestampTz().notNull(),
  },
  (table) => [
    index('passkey_challenges_expiry').on(table.expiresAt),
    check('passkey_challenges_purpose_known', oneOf(table.purpose, PASSKEY_PURPOSES)),
    check(
      'passkey_challenges_person_fits',
      sql`(${table.purpose} = 'sign_in') = (${table.userId} is null)`,
    ),
  ],
)
