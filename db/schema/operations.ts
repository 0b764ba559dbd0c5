import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { ROLES } from '@/lib/domain/access/permission'
import type { HttpExchange } from '@/lib/domain/operation/http-exchange'
import {
  OPERATION_KINDS,
  type OperationLine,
  type OrderLineChange,
} from '@/lib/domain/operation/operation'
import { OPEN_STATES, OPERATION_STATES, REVIEW_VERDICTS } from '@/lib/domain/operation/outcome'
import type { Totals } from '@/lib/domain/payment/transaction'
import type { OrderItem, RetryAdvice } from '@/lib/domain/payment/transaction-snapshot'
import { amount, isAmount, oneOf, statusDetail, timestampTz } from './columns'
import { users } from './people'
import { transactions } from './transactions'

/**
 * Operations that people or rules requested, from the intent to the outcome. The open rows are also
 * the queue that repair works through; there is no other queue.
 */
export const operations = pgTable(
  'operations',
  {
    /** Made by the dialog: one id, one intent (I5). */
    id: uuid().primaryKey(),
    transactionId: uuid()
      .notNull()
      .references(() => transactions.id),
    kind: text({ enum: OPERATION_KINDS }).notNull(),
    state: text({ enum: OPERATION_STATES }).notNull(),
    amountMinor: amount().notNull(),
    currency: text().notNull(),
    lines: jsonb().$type<readonly OperationLine[]>().notNull(),
    /** The complete new order, for an update of the authorization. */
    newItems: jsonb().$type<readonly OrderItem[]>(),
    /** The difference that the new order makes; null for other kinds, and before it was stored. */
    orderChanges: jsonb().$type<readonly OrderLineChange[]>(),
    reason: text(),
    /**
     * The reference that the provider is to echo; unique to this operation and saved before
     * sending.
     */
    reference: text().notNull(),
    /** SHA-256 of the request, so that a repeated id with other input is recognised. */
    inputDigest: text().notNull(),
    actorId: uuid()
      .notNull()
      .references(() => users.id),
    actorName: text().notNull(),
    actorRole: text({ enum: ROLES }).notNull(),
    requestId: uuid().notNull(),
    /** The totals and events known when the intent was written: what attribution compares with. */
    baselineTotals: jsonb().$type<Totals>().notNull(),
    baselineEventCount: integer().notNull(),
    refusalCode: text(),
    /** The provider's message, or the reason why the outcome is unknown. */
    message: statusDetail(),
    retry: jsonb().$type<RetryAdvice>(),
    providerReference: text(),
    createdAt: timestampTz().notNull().defaultNow(),
    sentAt: timestampTz(),
    settledAt: timestampTz(),
    /** Time of the next check by repair; null when there is nothing to check. */
    nextCheckAt: timestampTz(),
    checks: integer().notNull().default(0),
    lastCheckedAt: timestampTz(),
    lastCheckFound: statusDetail(),
    /** Consecutive reads, spaced in time, that showed nothing of this operation (I8). */
    absentReads: integer().notNull().default(0),
    leasedUntil: timestampTz(),
  },
  (table) => [
    uniqueIndex('operations_one_open')
      .on(table.transactionId)
      .where(oneOf(table.state, OPEN_STATES)),
    index('operations_transaction').on(table.transactionId, table.createdAt.desc()),
    index('operations_due').on(table.nextCheckAt).where(oneOf(table.state, OPEN_STATES)),
    index('operations_refused')
      .on(table.settledAt)
      .where(sql`${table.state} = 'refused'`),
    index('operations_refunded')
      .on(table.settledAt)
      .where(sql`${table.kind} = 'refund' and ${table.state} = 'succeeded'`),
    /** Refunds that failed, of which people are told who were told something else before. */
    index('operations_refund_failed')
      .on(table.settledAt)
      .where(sql`${table.kind} = 'refund' and ${table.state} in ('refused', 'not_sent')`),
    /** What a person typed as reference, in front of ours: a blank, `pd-` and 32 digits. */
    index('operations_typed_reference')
      .on(sql`search_key(left(${table.reference}, -36))`)
      .where(sql`length(${table.reference}) > 36`),
    check('operations_kind_known', oneOf(table.kind, OPERATION_KINDS)),
    check('operations_state_known', oneOf(table.state, OPERATION_STATES)),
    check('operations_amount', isAmount(table.amountMinor)),
    check(
      'operations_settled_when_closed',
      sql`(${oneOf(table.state, OPEN_STATES)}) = (${table.settledAt} is null)`,
    ),
  ],
)

/** One send of an operation; the row is committed before anything goes out (I2). */
export const attempts = pgTable(
  'attempts',
  {
    id: uuid().primaryKey(),
    operationId: uuid()
      .notNull()
      .references(() => operations.id),
    number: integer().notNull(),
    startedAt: timestampTz().notNull().defaultNow(),
    finishedAt: timestampTz(),
    outcome: text({ enum: ['succeeded', 'refused', 'not_sent', 'pending', 'unknown'] }),
    /** Request and answer without secrets and personal data. */
    httpExchange: jsonb().$type<HttpExchange>(),
  },
  (table) => [unique('attempts_number').on(table.operationId, table.number)],
)

/** Decisions of people about an operation that reading could not settle; one decision a person. */
export const reviewDecisions = pgTable(
  'review_decisions',
  {
    operationId: uuid()
      .notNull()
      .references(() => operations.id),
    actorId: uuid()
      .notNull()
      .references(() => users.id),
    actorName: text().notNull(),
    verdict: text({ enum: REVIEW_VERDICTS }).notNull(),
    reason: text().notNull(),
    decidedAt: timestampTz().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.operationId, table.actorId] })],
)
