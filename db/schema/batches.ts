import { sql } from 'drizzle-orm'
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
import {
  BATCH_KINDS,
  BATCH_SOURCES,
  BATCH_STATES,
  ROW_STATES,
  ROW_VERDICTS,
  type RowFinding,
} from '@/lib/domain/batch/batch'
import type { RowLine, WantedRow } from '@/lib/domain/batch/wanted-row'
import type { AmountChoice } from '@/lib/domain/operation/inputs'
import type { Failure } from '@/lib/domain/operation/result'
import { amount, isAmount, oneOf, timestampTz } from './columns'
import { connections } from './connections'
import { users } from './people'
import { transactions } from './transactions'

/** Many operations of one kind that a person plans together. */
export const batches = pgTable(
  'batches',
  {
    /** Made by the form: the same rehearsal sent twice is one batch. */
    id: uuid().primaryKey(),
    kind: text({ enum: BATCH_KINDS }).notNull(),
    state: text({ enum: BATCH_STATES }).notNull().default('rehearsed'),
    source: text({ enum: BATCH_SOURCES }).notNull(),
    fileName: text(),
    reason: text(),
    /** On whose behalf its operations are run; rights and scope are read anew for each of them. */
    actorId: uuid()
      .notNull()
      .references(() => users.id),
    actorName: text().notNull(),
    /** The session in which it was rehearsed, and then started: a step-up is proved in it. */
    sessionId: uuid().notNull(),
    requestId: uuid().notNull(),
    /** True when a second factor was proved minutes before the start, for all of its rows. */
    isProved: boolean().notNull().default(false),
    stopPercent: integer().notNull(),
    /** Changes with every change of its rows, so that no start overlooks one. */
    revision: integer().notNull().default(0),
    /** Its last start or resumption: refusals before it count no more. */
    runningSince: timestampTz(),
    createdAt: timestampTz().notNull().defaultNow(),
    startedAt: timestampTz(),
    endedAt: timestampTz(),
  },
  (table) => [
    index('batches_newest').on(table.createdAt.desc(), table.id.desc()),
    index('batches_open')
      .on(table.id)
      .where(sql`${table.state} in ('running', 'paused', 'stopped')`),
    check('batches_kind_known', oneOf(table.kind, BATCH_KINDS)),
    check('batches_state_known', oneOf(table.state, BATCH_STATES)),
    check('batches_source_known', oneOf(table.source, BATCH_SOURCES)),
    check('batches_stop_percent', sql`${table.stopPercent} between 1 and 100`),
  ],
)

/**
 * One payment of a batch and at most one operation. A planned row reserves and locks nothing: its
 * operation begins when an instance takes it up.
 */
export const batchRows = pgTable(
  'batch_rows',
  {
    batchId: uuid()
      .notNull()
      .references(() => batches.id),
    /** Position in the batch, from 1. */
    number: integer().notNull(),
    /** Made at the rehearsal: however often the row is taken up, it is one intent (I5). */
    operationId: uuid().notNull(),
    /** What was asked for, so that a changed row is rehearsed anew from it. */
    wanted: jsonb().$type<WantedRow>().notNull(),
    transactionId: uuid().references(() => transactions.id),
    connectionId: uuid().references(() => connections.id),
    verdict: text({ enum: ROW_VERDICTS }).notNull(),
    findings: jsonb().$type<readonly RowFinding[]>().notNull(),
    state: text({ enum: ROW_STATES }).notNull(),
    choice: jsonb().$type<AmountChoice>(),
    amountMinor: amount(),
    currency: text(),
    lines: jsonb().$type<readonly RowLine[]>().notNull(),
    /** Kind, payment and what of it: equal for two rows that would do the same. */
    fingerprint: text(),
    /** How often the same was planned before, as a person knew who included it. */
    repeats: integer().notNull().default(0),
    /**
     * Fingerprint and repeats from the start on, until it is certain that nothing was moved: a row that
     * has ended without it was refused.
     */
    plannedKey: text(),
    /** The payment's deadline at the rehearsal: the soonest is taken up first. */
    deadlineAt: timestampTz(),
    /** Not taken up before: another operation of its payment was open. */
    dueAt: timestampTz().notNull().defaultNow(),
    waits: integer().notNull().default(0),
    /** Until then it is in the hands of an instance. */
    leaseUntil: timestampTz(),
    /** Instances that have taken it up. Only the last one ends it. */
    tries: integer().notNull().default(0),
    failure: jsonb().$type<Failure>(),
    endedAt: timestampTz(),
  },
  (table) => [
    primaryKey({ columns: [table.batchId, table.number] }),
    uniqueIndex('batch_rows_operation').on(table.operationId),
    /** Two batches never plan the same: who starts second is refused. */
    uniqueIndex('batch_rows_planned_once')
      .on(table.plannedKey)
      .where(sql`${table.plannedKey} is not null`),
    index('batch_rows_fingerprint')
      .on(table.fingerprint)
      .where(sql`${table.plannedKey} is not null`),
    index('batch_rows_due')
      .on(table.connectionId, table.deadlineAt, table.batchId, table.number)
      .where(sql`${table.state} = 'waiting' and ${table.plannedKey} is not null`),
    index('batch_rows_begun')
      .on(table.connectionId, table.leaseUntil)
      .where(sql`${table.state} = 'begun'`),
    check('batch_rows_state_known', oneOf(table.state, ROW_STATES)),
    check('batch_rows_verdict_known', oneOf(table.verdict, ROW_VERDICTS)),
    check(
      'batch_rows_amount',
      sql`${table.amountMinor} is null or (${isAmount(table.amountMinor)})`,
    ),
    check(
      'batch_rows_startable',
      sql`${table.state} not in ('waiting', 'begun') or (${table.transactionId} is not null and ${table.connectionId} is not null and ${table.choice} is not null and ${table.amountMinor} > 0 and ${table.currency} is not null and ${table.fingerprint} is not null)`,
    ),
    check(
      'batch_rows_begun_planned',
      sql`${table.state} <> 'begun' or (${table.plannedKey} is not null and ${table.leaseUntil} is not null)`,
    ),
  ],
)
