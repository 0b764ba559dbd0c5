import { sql, type SQL } from 'drizzle-orm'
import { restOfSnapshot } from '@/db/queries/sync/upsert-transaction'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'

/** A snapshot that an outcome keeps as a whole, and the connection that its payment came by. */
export interface KeptSnapshot {
  readonly connectionId: string
  readonly snapshot: TransactionSnapshot
}

/**
 * True of the stored payment whose snapshot is kept as a whole where its amounts are newer: it is this
 * payment, and no read has begun since. All else is left to the write of a read, which has more cases.
 */
export function isKept({ connectionId, snapshot }: KeptSnapshot, began: SQL): SQL {
  return sql`(
    connection_id = ${connectionId} and read_at <= ${began}
    and provider_transaction_id = ${snapshot.providerTransactionId}
  )`
}

/** The columns of what the provider says of a payment besides its amounts, with their types. */
const SHOWN = {
  phase: 'text',
  method: 'text',
  amount_minor: 'bigint',
  order_reference: 'text',
  order_reference2: 'text',
  customer_name: 'text',
  customer_email: 'text',
  customer_phone: 'text',
  customer_id: 'text',
  is_business: 'boolean',
  billing_address: 'jsonb',
  shipping_address: 'jsonb',
  payment_details: 'jsonb',
  history_gaps: 'jsonb',
  traits: 'jsonb',
  capture_by: 'timestamptz',
  capture_by_source: 'text',
  portal_url: 'text',
  provider_updated_at: 'timestamptz',
} as const

const NAMES = Object.keys(SHOWN) as readonly (keyof typeof SHOWN)[]
const ASSIGNMENTS = sql.raw(
  NAMES.map(
    (name) => `${name} = case when known.is_kept then shown.${name} else transactions.${name} end`,
  ).join(', '),
)
const COLUMNS = sql.raw(NAMES.map((name) => `${name} ${SHOWN[name]}`).join(', '))

/**
 * Further assignments of a payment: what the provider says of it besides its amounts, where it is kept.
 * They want `shownPayment` beside `known`.
 */
export const REST_OF_PAYMENT = sql`, ${ASSIGNMENTS}`

/** What a snapshot shows of its payment besides amounts, as a row named `shown`; one parameter. */
export function shownPayment({ snapshot }: KeptSnapshot): SQL {
  const { customer, captureDeadline } = snapshot
  const row: Record<keyof typeof SHOWN, unknown> = {
    phase: snapshot.phase,
    method: snapshot.method,
    amount_minor: snapshot.amountMinor,
    order_reference: snapshot.orderReference,
    order_reference2: snapshot.orderReference2,
    customer_name: customer.name,
    customer_email: customer.email,
    customer_phone: customer.phone,
    customer_id: customer.customerId,
    is_business: customer.isBusiness,
    billing_address: snapshot.billingAddress,
    shipping_address: snapshot.shippingAddress,
    payment_details: snapshot.paymentDetails,
    history_gaps: snapshot.historyGaps,
    traits: snapshot.flags,
    capture_by: captureDeadline?.at ?? null,
    capture_by_source: captureDeadline?.source ?? null,
    portal_url: snapshot.portalUrl,
    provider_updated_at: snapshot.updatedAt,
  }
  return sql`, jsonb_to_record(${JSON.stringify(row)}::jsonb) as shown(${COLUMNS})`
}

/** The parts that write the rest of a snapshot of the payment that the `changed` part has changed. */
export function keepRest(kept: KeptSnapshot): SQL {
  return sql`payment as (
        select id, currency, provider_updated_at from changed where is_kept
      ),
      ${restOfSnapshot(kept)},`
}
