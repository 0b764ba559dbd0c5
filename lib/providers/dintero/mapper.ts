import { quantityMicrosOf } from '@/lib/domain/money/quantity'
import {
  heldMinor,
  findTotalsProblem,
  type Totals,
  type TransactionPhase,
} from '@/lib/domain/payment/transaction'
import type {
  Address,
  CaptureDeadline,
  Customer,
  OrderItem,
  PaymentDetail,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import { describeFirstIssue, idOf } from '../shared/fields'
import { pickPresentDetails } from '../shared/payment-details'
import { usualDeadline } from '../shared/usual-deadline'
import { mapEvents } from './events'
import { DINTERO } from './profile'
import {
  dinteroTransaction,
  type DinteroAddress,
  type DinteroItem,
  type DinteroTransaction,
} from './schema'
import { deriveTotals } from './totals'

export type Mapped =
  | { readonly ok: true; readonly snapshot: TransactionSnapshot }
  | { readonly ok: false; readonly providerTransactionId: string | null; readonly problem: string }

const PHASES: Readonly<Record<string, TransactionPhase>> = {
  INITIATED: 'initiated',
  ON_HOLD: 'on_hold',
  DECLINED: 'declined',
  FAILED: 'failed',
  AUTHORIZED: 'open',
  PARTIALLY_CAPTURED: 'open',
  CAPTURED: 'open',
  PARTIALLY_REFUNDED: 'open',
  PARTIALLY_CAPTURED_REFUNDED: 'open',
  PARTICALLY_CAPTURED_REFUNDED: 'open',
  REFUNDED: 'open',
  AUTHORIZATION_VOIDED: 'open',
}

/**
 * Reads one transaction object of Dintero's API. Says what is wrong instead of throwing when the
 * object is malformed or its amounts contradict each other.
 */
export function mapTransaction(json: unknown): Mapped {
  const parsed = dinteroTransaction.safeParse(json)
  if (!parsed.success) {
    return {
      ok: false,
      providerTransactionId: idOf(json),
      problem: describeFirstIssue(parsed.error),
    }
  }
  const transaction = parsed.data
  const totals = deriveTotals(transaction)
  const problem = findTotalsProblem(totals)
  if (problem !== null) return { ok: false, providerTransactionId: transaction.id, problem }
  return { ok: true, snapshot: snapshotOf(transaction, totals) }
}

function snapshotOf(transaction: DinteroTransaction, totals: Totals): TransactionSnapshot {
  const createdAt = new Date(transaction.created_at)
  const events = mapEvents(transaction, createdAt)
  const billing = mapAddress(transaction.billing_address)
  const shipping = mapAddress(transaction.shipping_address)
  return {
    providerTransactionId: transaction.id,
    phase: PHASES[transaction.status] ?? 'unknown',
    providerStatus: transaction.status,
    method: transaction.payment_product_type,
    currency: transaction.currency,
    amountMinor: transaction.amount,
    totals,
    orderReference: transaction.merchant_reference ?? null,
    orderReference2: transaction.merchant_reference_2 ?? null,
    customer: mapCustomer(transaction, billing ?? shipping),
    billingAddress: billing,
    shippingAddress: shipping,
    paymentDetails: paymentDetails(transaction),
    items: (transaction.items ?? []).map(mapItem),
    events,
    historyGaps: DINTERO.historyGaps,
    traits: [],
    captureDeadline: heldMinor(totals) > 0 ? captureDeadline(transaction) : null,
    portalUrl: portalUrl(transaction.id),
    createdAt,
    updatedAt: transaction.updated_at === undefined ? createdAt : new Date(transaction.updated_at),
  }
}

const EXPIRATION = 'klarna:authorization_expiration'

/**
 * Until when the rest can be captured: the provider's own date from the newest event that has one,
 * else what is usual for the method, else null.
 */
function captureDeadline(transaction: DinteroTransaction): CaptureDeadline | null {
  const events = transaction.events ?? []
  for (const event of events.toReversed()) {
    const value = event.metadata?.[EXPIRATION]
    const at = typeof value === 'string' ? new Date(value) : null
    if (at !== null && !Number.isNaN(at.getTime())) return { at, source: 'provider' }
  }
  const authorized = events.find((event) => event.event === 'AUTHORIZE' && event.success === true)
  const from = new Date(authorized?.created_at ?? transaction.created_at)
  return usualDeadline(DINTERO, transaction.payment_product_type, from)
}

/** The payment's page in Dintero's own back office; ids begin with the account's (fact sheet §1). */
function portalUrl(id: string): string | null {
  const accountId = /^([PT]\d{8})\./.exec(id)?.[1]
  if (accountId === undefined) return null
  return `https://backoffice.dintero.com/${accountId}/payments/transactions/${encodeURIComponent(id)}`
}

function mapItem(item: DinteroItem): OrderItem {
  return {
    lineId: item.line_id,
    sku: item.id ?? null,
    description: item.description ?? item.id ?? item.line_id,
    quantityMicros: item.quantity === undefined ? null : quantityMicrosOf(item.quantity),
    amountMinor: item.amount,
    vatAmountMinor: item.vat_amount ?? null,
    vatBasisPoints: item.vat === undefined ? null : Math.round(item.vat * 100),
    kind: item.type ?? 'physical',
    grossAmountMinor: item.gross_amount ?? null,
  }
}

function mapAddress(address: DinteroAddress): Address | null {
  if (address === undefined) return null
  return {
    name: fullName(address),
    businessName: address.business_name ?? null,
    organizationNumber: address.organization_number ?? null,
    lines: [address.co_address, address.address_line, address.address_line_2].filter(
      (line): line is string => line !== undefined && line !== '',
    ),
    postalCode: address.postal_code ?? null,
    city: address.postal_place ?? null,
    country: address.country ?? null,
    phone: address.phone_number ?? null,
    email: address.email ?? null,
  }
}

function fullName(address: { first_name?: string | undefined; last_name?: string | undefined }) {
  const name = [address.first_name, address.last_name]
    .filter((part) => part !== undefined)
    .join(' ')
  return name === '' ? null : name
}

function mapCustomer(transaction: DinteroTransaction, address: Address | null): Customer {
  const { customer } = transaction
  return {
    name: address?.businessName ?? address?.name ?? null,
    email: customer?.email ?? address?.email ?? null,
    phone: customer?.phone_number ?? address?.phone ?? null,
    customerId: customer?.customer_id ?? null,
    isBusiness: (address?.businessName ?? address?.organizationNumber ?? null) !== null,
  }
}

const METADATA_LABELS: readonly (readonly [key: string, label: string])[] = [
  ['klarna:authorized_payment_method:type', 'Klarna method'],
  ['klarna:authorized_payment_method:number_of_days', 'Days to pay'],
  ['klarna:authorized_payment_method:number_of_installments', 'Instalments'],
  ['klarna:authorized_payment_method:fraud_status', 'Fraud check'],
  ['gateway:id', 'Order at the payment method'],
]

function paymentDetails(transaction: DinteroTransaction): readonly PaymentDetail[] {
  const { card, metadata } = transaction
  const methodDetails = METADATA_LABELS.map(([key, label]) => {
    const value = metadata?.[key]
    return [label, typeof value === 'string' ? value : undefined] as const
  })
  return pickPresentDetails([
    ['Card', card?.brand],
    ['Number', card?.masked_pan],
    ['Expires', card?.expiry_date],
    ...methodDetails,
  ])
}
