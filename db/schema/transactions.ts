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
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  HOLDING_STATUSES,
  TRANSACTION_PHASES,
  TRANSACTION_STATUSES,
} from '@/lib/domain/payment/transaction'
import type {
  Address,
  EventError,
  EventKind,
  EventLine,
  EventState,
  HistoryGap,
  PaymentDetail,
  PaymentFlag,
} from '@/lib/domain/payment/transaction-snapshot'
import { amount, isAmount, oneOf, timestampTz } from './columns'
import { connections } from './connections'

/** An authorization of the amount 0, which holds nothing; found by the index of amounts. */
export const NOTHING_AUTHORIZED = sql.raw(
  `transactions.amount_minor = 0 and transactions.authorized_minor = 0 and transactions.status = 'authorized'`,
)

/** A provider's payment as last read, with what our own open operation has reserved of it. */
export const transactions = pgTable(
  'transactions',
  {
    id: uuid().primaryKey(),
    connectionId: uuid()
      .notNull()
      .references(() => connections.id),
    providerTransactionId: text().notNull(),
    phase: text({ enum: TRANSACTION_PHASES }).notNull(),
    status: text({ enum: TRANSACTION_STATUSES }).notNull(),
    providerStatus: text().notNull(),
    method: text().notNull(),
    currency: text().notNull(),
    amountMinor: amount().notNull(),
    authorizedMinor: amount().notNull(),
    capturedMinor: amount().notNull(),
    refundedMinor: amount().notNull(),
    releasedMinor: amount().notNull(),
    /**
     * True when the provider's figures contradict each other: they are kept as reported, and no
     * operation may begin on them. Whoever writes such figures has to say so.
     */
    isContradictory: boolean().notNull().default(false),
    /** The one operation that may be moving this transaction's money now (I3). */
    openOperationId: uuid(),
    reservedCaptureMinor: amount().notNull().default(0),
    reservedRefundMinor: amount().notNull().default(0),
    orderReference: text(),
    orderReference2: text(),
    customerName: text(),
    customerEmail: text(),
    customerPhone: text(),
    customerId: text(),
    isBusiness: boolean().notNull(),
    billingAddress: jsonb().$type<Address>(),
    shippingAddress: jsonb().$type<Address>(),
    paymentDetails: jsonb().$type<readonly PaymentDetail[]>().notNull(),
    historyGaps: jsonb().$type<readonly HistoryGap[]>().notNull().default([]),
    flags: jsonb('traits').$type<readonly PaymentFlag[]>().notNull().default([]),
    captureBy: timestampTz(),
    captureBySource: text({ enum: ['provider', 'usual_for_method'] }),
    portalUrl: text(),
    providerCreatedAt: timestampTz().notNull(),
    providerUpdatedAt: timestampTz().notNull(),
    /** Database time at which the read began that these figures come from. */
    readAt: timestampTz().notNull(),
    /** Number of events in that read; a read with fewer is older than the stored payment. */
    eventCount: integer().notNull(),
    /** Number of events in its first read; later events happened while we knew the payment. */
    firstEventCount: integer().notNull().default(0),
    /** Operations begun here since the column exists: only a difference of two values matters. */
    operationCount: integer().notNull().default(0),
    /**
     * Another text whenever money was or may have been moved. It is made of this row alone, so that
     * an update that waited for the row compares it as it is then.
     */
    moneyRevision: text()
      .notNull()
      .generatedAlwaysAs(
        sql`authorized_minor || '.' || captured_minor || '.' || refunded_minor || '.' || released_minor || '.' || event_count || '.' || operation_count`,
      ),
    /**
     * What a search looks through, as `search_key` writes it, between blanks: references, name,
     * e-mail, phone and provider id; then the phone's digits without leading zeros between `zp` and
     * `zp`, and the last four digits of the card that the page shows between `zq` and `qz`.
     */
    searchText: text()
      .notNull()
      .generatedAlwaysAs(
        sql`' ' || search_key(coalesce(order_reference, '') || ' ' || coalesce(order_reference2, '') || ' ' || coalesce(customer_name, '') || ' ' || coalesce(customer_email, '') || ' ' || coalesce(customer_phone, '') || ' ' || provider_transaction_id) || ' ' || coalesce('zp' || nullif(ltrim(regexp_replace(replace(customer_phone, '(0)', ''), '[^0-9]', '', 'g'), '0'), '') || 'zp ', '') || coalesce('zq' || substring(jsonb_path_query_first(payment_details, '$[*] ? (@.label == "Number").value') #>> '{}' from '([0-9]{4})[^0-9]*$') || 'qz ', '')`,
      ),
  },
  (table) => [
    unique('transactions_provider_id').on(table.connectionId, table.providerTransactionId),
    index('transactions_newest').on(table.providerCreatedAt.desc(), table.id.desc()),
    index('transactions_status_newest').on(
      table.status,
      table.providerCreatedAt.desc(),
      table.id.desc(),
    ),
    index('transactions_connection_newest').on(
      table.connectionId,
      table.status,
      table.providerCreatedAt.desc(),
      table.id.desc(),
    ),
    index('transactions_search').using('gin', sql`${table.searchText} gin_trgm_ops`),
    index('transactions_order_reference').on(table.connectionId, table.orderReference),
    index('transactions_amount_newest').on(
      table.amountMinor,
      table.providerCreatedAt.desc(),
      table.id.desc(),
    ),
    /** Backwards, so that the end of a reference is a range of it. */
    index('transactions_reference_end').on(
      sql`(reverse(search_key(${table.orderReference})) collate "C")`,
    ),
    index('transactions_customer_email').on(
      sql`search_key(${table.customerEmail})`,
      table.providerCreatedAt.desc(),
      table.id.desc(),
    ),
    /** With what is held, so that sums by deadline need no row. */
    index('transactions_capture_by')
      .on(
        table.captureBy,
        table.id,
        table.currency,
        table.authorizedMinor,
        table.capturedMinor,
        table.releasedMinor,
      )
      .where(oneOf(table.status, HOLDING_STATUSES)),
    check('transactions_phase_known', oneOf(table.phase, TRANSACTION_PHASES)),
    check('transactions_status_known', oneOf(table.status, TRANSACTION_STATUSES)),
    check('transactions_currency_code', sql`${table.currency} ~ '^[A-Z]{3}$'`),
    check('transactions_amount', isAmount(table.amountMinor)),
    check('transactions_authorized_amount', isAmount(table.authorizedMinor)),
    check('transactions_captured_amount', isAmount(table.capturedMinor)),
    check('transactions_refunded_amount', isAmount(table.refundedMinor)),
    check('transactions_released_amount', isAmount(table.releasedMinor)),
    check('transactions_reserved_capture_amount', isAmount(table.reservedCaptureMinor)),
    check('transactions_reserved_refund_amount', isAmount(table.reservedRefundMinor)),
    check(
      'transactions_capture_within_authorized',
      sql`${table.capturedMinor} + ${table.releasedMinor} + ${table.reservedCaptureMinor} <= ${table.authorizedMinor} or (${table.isContradictory} and ${table.reservedCaptureMinor} = 0)`,
    ),
    check(
      'transactions_refund_within_captured',
      sql`${table.refundedMinor} + ${table.reservedRefundMinor} <= ${table.capturedMinor} or (${table.isContradictory} and ${table.reservedRefundMinor} = 0)`,
    ),
    check(
      'transactions_totals_flagged',
      sql`${table.isContradictory} = (${table.capturedMinor} + ${table.releasedMinor} > ${table.authorizedMinor} or ${table.refundedMinor} > ${table.capturedMinor})`,
    ),
    check(
      'transactions_reserved_by_operation',
      sql`${table.openOperationId} is not null or (${table.reservedCaptureMinor} = 0 and ${table.reservedRefundMinor} = 0)`,
    ),
  ],
)

/** The order as the provider keeps it, one row a line. */
export const orderItems = pgTable(
  'order_items',
  {
    transactionId: uuid()
      .notNull()
      .references(() => transactions.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    /** Unique in a well-formed order; a repeated one is kept, and capture by line is then refused. */
    lineId: text().notNull(),
    sku: text(),
    description: text().notNull(),
    /** Millionths of a piece. */
    quantityMicros: amount(),
    /** Line total incl. VAT and discounts; negative for a gift card. */
    amountMinor: amount().notNull(),
    vatAmountMinor: amount(),
    vatBasisPoints: integer(),
    grossAmountMinor: amount(),
    kind: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.transactionId, table.position] })],
)

/** Events of the payment at the provider, as the provider reports them. */
export const transactionEvents = pgTable(
  'transaction_events',
  {
    transactionId: uuid()
      .notNull()
      .references(() => transactions.id, { onDelete: 'cascade' }),
    providerEventId: text().notNull(),
    position: integer().notNull(),
    kind: text().$type<EventKind>().notNull(),
    providerKind: text().notNull(),
    state: text().$type<EventState>().notNull(),
    /** The payment's, so that movements are summed without it. */
    currency: text().notNull(),
    amountMinor: amount(),
    lines: jsonb().$type<readonly EventLine[]>().notNull(),
    reference: text(),
    operationId: text(),
    providerReference: text(),
    error: jsonb().$type<EventError>(),
    closes: jsonb().$type<readonly string[]>().notNull(),
    occurredAt: timestampTz(),
  },
  (table) => [
    primaryKey({ columns: [table.transactionId, table.providerEventId] }),
    index('transaction_events_reference').on(table.reference),
    index('transaction_events_moved')
      .on(table.occurredAt, table.kind, table.currency, table.amountMinor)
      .where(sql`${table.kind} in ('capture', 'refund') and ${table.state} = 'succeeded'`),
  ],
)
