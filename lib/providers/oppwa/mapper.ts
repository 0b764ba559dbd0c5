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
  PaymentDetail,
  PaymentFlag,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import { pickPresentDetails } from '../shared/fields'
import { deadlineAfter } from '../shared/usual-deadline'
import type { PaymentTree } from './entries/payment-tree'
import { resultMeaning } from './entries/result-meaning'
import { mapEvents } from './events'
import { OPPWA } from './profile'
import type { OppwaAddress, OppwaEntry } from './schema'
import type { OppwaSettings } from './settings'
import { deriveTotals } from './totals'

export type Mapped =
  | { readonly ok: true; readonly snapshot: TransactionSnapshot }
  | { readonly ok: false; readonly problem: string }

/** A payment's tree in our words; says what is wrong when its amounts contradict each other. */
export function mapTree(tree: PaymentTree, settings: OppwaSettings): Mapped {
  const { entry: root, amountMinor } = tree.root
  const createdAt = tree.entries.find(({ entry }) => entry.timestamp)?.entry.timestamp
  if (createdAt === undefined) return { ok: false, problem: 'the payment has no time' }
  const totals = deriveTotals(tree, settings)
  const problem = findTotalsProblem(totals)
  if (problem !== null) return { ok: false, problem }
  const events = mapEvents(tree)
  const snapshot: TransactionSnapshot = {
    providerTransactionId: root.id,
    phase: phaseOf(tree),
    providerStatus: `${root.paymentType} ${root.result.code}`,
    method: `oppwa.${(root.paymentBrand ?? 'unknown').toLowerCase()}`,
    currency: tree.currency,
    amountMinor: amountMinor ?? 0,
    totals,
    orderReference: root.merchantTransactionId ?? null,
    orderReference2: root.merchantInvoiceId ?? null,
    customer: mapCustomer(root),
    billingAddress: mapAddress(root, root.billing),
    shippingAddress: mapAddress(root, root.shipping),
    paymentDetails: paymentDetails(tree),
    items: [],
    events,
    historyGaps: OPPWA.historyGaps,
    flags: findFlags(root, settings),
    captureDeadline: captureDeadline(createdAt, totals, settings),
    portalUrl: null,
    createdAt,
    updatedAt: events.at(-1)?.occurredAt ?? createdAt,
  }
  return { ok: true, snapshot }
}

/** A payout is no ground for another one, though it names the same card. */
function findFlags(
  { paymentType, registrationId }: OppwaEntry,
  { multipleCaptures }: OppwaSettings,
): readonly PaymentFlag[] {
  const isPaid = paymentType !== 'CD'
  return [
    ...(paymentType === 'DB' ? (['debit'] as const) : []),
    ...(isPaid && registrationId !== undefined ? (['stored_card'] as const) : []),
    ...(paymentType === 'PA' && !multipleCaptures ? (['single_capture'] as const) : []),
  ]
}

function phaseOf({ root }: PaymentTree): TransactionPhase {
  if (root.state === 'succeeded') return 'open'
  const meaning = resultMeaning(root.entry.result.code, true)
  if (meaning === 'pending') return 'on_hold'
  if (root.state === 'unknown') return 'unknown'
  return meaning === 'declined' || meaning === 'never_retry' ? 'declined' : 'failed'
}

/** The platform names no date; acquirers keep a hold for so many days as a rule (§12). */
function captureDeadline(
  createdAt: Date,
  totals: Totals,
  { captureDays }: OppwaSettings,
): CaptureDeadline | null {
  if (heldMinor(totals) <= 0) return null
  return deadlineAfter(createdAt, captureDays)
}

function mapCustomer({ customer, card }: OppwaEntry): Customer {
  return {
    name: fullName(customer) ?? customer?.companyName ?? card?.holder ?? null,
    email: customer?.email ?? null,
    phone: customer?.phone ?? null,
    customerId: customer?.merchantCustomerId ?? null,
    isBusiness: customer?.companyName !== undefined,
  }
}

function mapAddress({ customer }: OppwaEntry, address: OppwaAddress): Address | null {
  if (!Object.values(address ?? {}).some((fact) => fact !== undefined)) return null
  return {
    name: fullName(customer),
    businessName: customer?.companyName ?? null,
    organizationNumber: null,
    lines: [address?.street1, address?.street2].filter((line) => line !== undefined),
    postalCode: address?.postcode ?? null,
    city: address?.city ?? null,
    country: address?.country ?? null,
    phone: customer?.phone ?? null,
    email: customer?.email ?? null,
  }
}

function fullName(customer: OppwaEntry['customer']): string | null {
  const parts = [customer?.givenName, customer?.surname].filter((part) => part !== undefined)
  return parts.length === 0 ? null : parts.join(' ')
}

function paymentDetails(tree: PaymentTree): readonly PaymentDetail[] {
  const { card, result, resultDetails, shortId } = tree.root.entry
  const review = tree.entries.some(
    (one) => resultMeaning(one.entry.result.code, true) === 'done_review',
  )
  return pickPresentDetails([
    ['Review', review ? 'The provider asks for a check by hand before goods are sent' : undefined],
    ['Number', card?.last4Digits && `${card.bin ?? ''}…${card.last4Digits}`],
    ['Expires', card?.expiryMonth && `${card.expiryMonth}/${card.expiryYear ?? ''}`],
    ['Short id', shortId],
    ['Acquirer', resultDetails?.clearingInstituteName],
    ['Result', result.description],
  ])
}
