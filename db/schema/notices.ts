import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { NOTICE_KINDS, SEND_PROBLEMS } from '@/lib/domain/notice/notice'
import { batches } from './batches'
import { amount, oneOf, timestampTz } from './columns'
import { connections } from './connections'
import { operations } from './operations'
import { users } from './people'
import { transactions } from './transactions'

/** Something that people should hear of, once: a fact, and nothing about who hears of it. */
export const notices = pgTable(
  'notices',
  {
    id: uuid().primaryKey(),
    /** Kind and what it is about: however many instances notice the same, it is one notice. */
    key: text().notNull().unique('notices_key_unique'),
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    transactionId: uuid().references(() => transactions.id),
    operationId: uuid().references(() => operations.id),
    batchId: uuid().references(() => batches.id),
    /** Null for a batch, which may be of several. */
    connectionId: uuid().references(() => connections.id),
    amountMinor: amount(),
    currency: text(),
    /** The day of the business on which a payment expires; null for other kinds. */
    day: date(),
    /** The deadline, the begin of the operation, or the end of the batch. */
    at: timestampTz().notNull(),
    createdAt: timestampTz().notNull().defaultNow(),
    /** True when the organization had its kind sent to its webhook at that moment. */
    forWebhook: boolean().notNull(),
    /** The send to the webhook that it went with; null while it waits for one. */
    sendId: uuid(),
  },
  (table) => [
    index('notices_created').on(table.createdAt),
    index('notices_send').on(table.sendId),
    index('notices_for_webhook')
      .on(table.kind)
      .where(sql`${table.forWebhook} and ${table.sendId} is null`),
    check('notices_kind_known', oneOf(table.kind, NOTICE_KINDS)),
  ],
)

/** A notice for one person, as rights, scope and choices were when it was raised. */
export const noticeRecipients = pgTable(
  'notice_recipients',
  {
    noticeId: uuid()
      .notNull()
      .references(() => notices.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Here and below as the notice has it, so that the bell counts in one index. */
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    connectionId: uuid(),
    createdAt: timestampTz().notNull(),
    /** Notices with the same one are one line on the screen: all that expires on one day. */
    line: text().notNull(),
    inBell: boolean().notNull(),
    byMail: boolean().notNull(),
    /** Read by the person, or over by itself. */
    readAt: timestampTz(),
    /** The mail that it went with; null while it waits for one. */
    sendId: uuid(),
  },
  (table) => [
    primaryKey({ columns: [table.noticeId, table.userId] }),
    index('notice_recipients_bell')
      .on(table.userId, table.createdAt.desc())
      .where(sql`${table.inBell}`),
    index('notice_recipients_unread')
      .on(table.userId, table.line, table.kind, table.connectionId)
      .where(sql`${table.inBell} and ${table.readAt} is null`),
    index('notice_recipients_open')
      .on(table.noticeId)
      .where(sql`${table.readAt} is null`),
    index('notice_recipients_to_mail')
      .on(table.userId, table.kind)
      .where(sql`${table.byMail} and ${table.sendId} is null and ${table.readAt} is null`),
    index('notice_recipients_send').on(table.sendId),
    check('notice_recipients_kind_known', oneOf(table.kind, NOTICE_KINDS)),
  ],
)

/** What people have chosen; without a row what is usual for the role holds. */
export const noticeChoices = pgTable(
  'notice_choices',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    bell: boolean().notNull(),
    mail: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.kind] }),
    check('notice_choices_kind_known', oneOf(table.kind, NOTICE_KINDS)),
  ],
)

/** When the next send of a kind to a receiver may be made: one row, and so one send, however many make them. */
export const noticeDigests = pgTable(
  'notice_digests',
  {
    /** A person, or the webhook by an id of its own. */
    receiver: uuid().notNull(),
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    /** Infinite while a send is under way. */
    nextAt: timestampTz().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.receiver, table.kind] }),
    check('notice_digests_kind_known', oneOf(table.kind, NOTICE_KINDS)),
  ],
)

/** The outbox: notices of one kind that go to one receiver together. */
export const noticeSends = pgTable(
  'notice_sends',
  {
    id: uuid().primaryKey(),
    receiver: uuid().notNull(),
    /** Whom it is mailed to; null for the webhook. */
    userId: uuid().references(() => users.id, { onDelete: 'cascade' }),
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    state: text({ enum: ['open', 'sent', 'failed'] })
      .notNull()
      .default('open'),
    /** Times that it was taken up. */
    tries: integer().notNull().default(0),
    dueAt: timestampTz().notNull().defaultNow(),
    createdAt: timestampTz().notNull().defaultNow(),
    triedAt: timestampTz(),
    endedAt: timestampTz(),
    /** Why the last try failed, and the response's status where there was one. */
    problem: text({ enum: SEND_PROBLEMS }),
    status: integer(),
  },
  (table) => [
    index('notice_sends_due')
      .on(table.dueAt)
      .where(sql`${table.state} = 'open'`),
    index('notice_sends_created').on(table.createdAt),
    check('notice_sends_kind_known', oneOf(table.kind, NOTICE_KINDS)),
    check('notice_sends_state_known', oneOf(table.state, ['open', 'sent', 'failed'])),
    check('notice_sends_problem_known', oneOf(table.problem, SEND_PROBLEMS)),
  ],
)
