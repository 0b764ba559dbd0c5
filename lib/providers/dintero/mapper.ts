import { basisPointsOf } from '@/lib/domain/money/share'
import { quantityMicrosOf } from '@/lib/domain/money/quantity'
import {
  heldMinor,
  findTotalsProblem,
  type Totals,
  type TransactionPhase,
} from '@/lib/domain/payment/transaction'
import {
  NO_LINE_ID,
  type Address,
  type CaptureDeadline,
  type Customer,
  type OrderItem,
  type PaymentDetail,
  type TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import {
  describeFirstIssue,
  idOf,
  NOT_GIVEN,
  pickPresentDetails,
  readText,
  readTime,
} from '../shared/fields'
import { usualDeadline } from '../shared/usual-deadline'
import { mapEvents } from './events'
import { DINTERO } from './profile'
import {
  dinteroTransaction,
  type DinteroAddress,
  type DinteroItem,
  type DinteroTransaction,
} from './schema'
import { deriveTotals, findEventsProblem } from './totals'

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
  const createdAt = creationTime(transaction)
  const problem = findEventsProblem(transaction) ?? findTotalsProblem(totals)
  if (problem !== null || createdAt === undefined) {
    const { id: providerTransactionId } = transaction
    return { ok: false, providerTransactionId, problem: problem ?? 'the payment has no time' }
  }
  return { ok: true, snapshot: snapshotOf(transaction, totals, createdAt) }
}

/** The payment's own time, else the first one in it; undefined where there is none. */
function creationTime({ created_at, updated_at, events = [] }: DinteroTransaction) {
  return created_at ?? events.find((event) => event.created_at)?.created_at ?? updated_at
}

function snapshotOf(
  transaction: DinteroTransaction,
  totals: Totals,
  createdAt: Date,
): TransactionSnapshot {
  const events = mapEvents(transaction, createdAt)
  const billing = mapAddress(transaction.billing_address)
  const shipping = mapAddress(transaction.shipping_address)
  return {
    providerTransactionId: transaction.id,
    phase: PHASES[transaction.status ?? ''] ?? 'unknown',
    providerStatus: transaction.status ?? NOT_GIVEN,
    method: methodOf(transaction),
    currency: transaction.currency,
    amountMinor: transaction.amount,
    totals,
    orderReference: transaction.merchant_reference ?? null,
    orderReference2: transaction.merchant_reference_2 ?? null,
    customer: mapCustomer(transaction, [billing, shipping]),
    billingAddress: billing,
    shippingAddress: shipping,
    paymentDetails: paymentDetails(transaction),
    items: (transaction.items ?? []).map(mapItem),
    events,
    historyGaps: DINTERO.historyGaps,
    flags: [],
    captureDeadline: heldMinor(totals) > 0 ? captureDeadline(transaction, createdAt) : null,
    portalUrl: portalUrl(transaction.id),
    createdAt,
    updatedAt: transaction.updated_at ?? createdAt,
  }
}

/** The method code; a product whose type is missing keeps the rules that all its types share. */
function methodOf({ payment_product, payment_product_type }: DinteroTransaction): string {
  return payment_product_type ?? `${payment_product ?? 'dintero'}.unknown`
}

const EXPIRATION = 'klarna:authorization_expiration'

/**
 * Until when the rest can be captured: the provider's own date from the newest event that has one,
 * else what is usual for the method, else null.
 */
function captureDeadline(transaction: DinteroTransaction, createdAt: Date): CaptureDeadline | null {
  const events = transaction.events ?? []
  for (const event of events.toReversed()) {
    const at = readTime(event.metadata?.[EXPIRATION])
    if (at !== undefined) return { at, source: 'provider' }
  }
  const authorized = events.find((event) => event.event === 'AUTHORIZE' && event.success !== false)
  return usualDeadline(DINTERO, methodOf(transaction), authorized?.created_at ?? createdAt)
}

/** The payment's page in Dintero's own back office; ids begin with the account's (fact sheet §1). */
function portalUrl(id: string): string | null {
  const accountId = /^([PT]\d{8})\./.exec(id)?.[1]
  if (accountId === undefined) return null
  return `https://backoffice.dintero.com/${accountId}/payments/transactions/${encodeURIComponent(id)}`
}

function mapItem(item: DinteroItem): OrderItem {
  return {
    lineId: item.line_id ?? NO_LINE_ID,
    sku: item.id ?? null,
    description: item.description ?? item.id ?? item.line_id ?? NOT_GIVEN,
    quantityMicros: item.quantity === undefined ? null : quantityMicrosOf(item.quantity),
    amountMinor: item.amount,
    vatAmountMinor: item.vat_amount ?? null,
    vatBasisPoints: basisPointsOf(item.vat),
    kind: item.type ?? 'physical',
    grossAmountMinor: item.gross_amount ?? null,
  }
}

/** An address of which nothing is given is none. */
function mapAddress(address: DinteroAddress): Address | null {
  if (address === undefined) return null
  const { co_address, address_line, address_line_2 } = address
  return orNothing({
    name: joinTexts([address.first_name, address.last_name]),
    businessName: address.business_name ?? null,
    organizationNumber: address.organization_number ?? null,
    lines: [co_address, address_line, address_line_2].filter((line) => line !== undefined),
    postalCode: address.postal_code ?? null,
    city: address.postal_place ?? null,
    country: address.country ?? null,
    phone: address.phone_number ?? null,
    email: address.email ?? null,
  })
}

/** The texts that are there, as one; null when none is. */
function joinTexts(texts: readonly (string | undefined)[]): string | null {
  return texts.filter((text) => text !== undefined).join(' ') || null
}

/** An address; null where nothing of it is given. */
function orNothing(address: Address): Address | null {
  const isGiven = Object.values<string | readonly string[] | null>({ ...address }).some(
    (fact) => fact !== null && fact.length > 0,
  )
  return isGiven ? address : null
}

/** Each fact from the customer, else from the first of the addresses that has it. */
function mapCustomer(
  { customer }: DinteroTransaction,
  addresses: readonly (Address | null)[],
): Customer {
  const find = (fact: Exclude<keyof Address, 'lines'>): string | null =>
    addresses.find((address) => address?.[fact])?.[fact] ?? null
  const named = addresses.find((address) => address?.businessName ?? address?.name)
  return {
    name: named?.businessName ?? named?.name ?? null,
    email: customer?.email ?? find('email'),
    phone: customer?.phone_number ?? find('phone'),
    customerId: customer?.customer_id ?? null,
    isBusiness: (find('businessName') ?? find('organizationNumber')) !== null,
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
  const methodDetails = METADATA_LABELS.map(
    ([key, label]) => [label, readText(metadata?.[key])] as const,
  )
  return pickPresentDetails([
    ['Card', card?.brand],
    ['Number', card?.masked_pan],
    ['Expires', card?.expiry_date],
    ...methodDetails,
  ])
}
