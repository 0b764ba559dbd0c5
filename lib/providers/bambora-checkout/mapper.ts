import { currencyExponent } from '@/lib/domain/money/currency'
import {
  findTotalsProblem,
  type Totals,
  type TransactionPhase,
} from '@/lib/domain/payment/transaction'
import type {
  PaymentDetail,
  PaymentFlag,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import { NOT_GIVEN, pickPresentDetails } from '../shared/fields'
import { mapEvents, wordOf } from './events'
import { itemsOf } from './parts/items'
import { methodOf } from './parts/method'
import { BAMBORA_CHECKOUT } from './profile'
import type { BamboraInvoice, BamboraOperation, BamboraTransaction } from './schema'
import { isDeclined, totalsOf } from './totals'

/** All data of the provider about one payment, in the parts in which it is read. */
export interface PaymentParts {
  readonly transaction: BamboraTransaction
  readonly operations: readonly BamboraOperation[]
  /** Empty for methods without invoices. */
  readonly invoices: readonly BamboraInvoice[]
}

export type Mapped =
  | { readonly ok: true; readonly snapshot: TransactionSnapshot }
  | { readonly ok: false; readonly problem: string }

/** Statuses in our words; a card check without an amount is no payment and stays unknown (§6.1). */
const PHASES: Readonly<Record<string, TransactionPhase>> = {
  approved: 'open',
  deleted: 'open',
  pending: 'on_hold',
  waiting: 'on_hold',
  locked: 'on_hold',
  declined: 'declined',
  verificationdeclined: 'declined',
}

/** Reads one payment of this merchant. Says what is wrong when its parts contradict each other. */
export function mapPayment(parts: PaymentParts, merchantNumber: string): Mapped {
  const { transaction, operations } = parts
  const totals = totalsOf(transaction, operations)
  const problem =
    findIdentityProblem(transaction, merchantNumber) ??
    findCurrencyProblem(transaction, operations) ??
    findTotalsProblem(totals)
  if (problem !== null) return { ok: false, problem }
  const createdAt =
    transaction.createddate ?? operations.find((one) => one.createddate)?.createddate
  if (createdAt === undefined) return { ok: false, problem: 'the payment has no time' }
  return { ok: true, snapshot: snapshotOf(parts, totals, createdAt) }
}

/** The reason why a payment is not one of this merchant number's; null when it is. */
export function findIdentityProblem(
  transaction: Pick<BamboraTransaction, 'merchantnumber'>,
  merchantNumber: string,
): string | null {
  if (transaction.merchantnumber === merchantNumber) return null
  return `it belongs to merchant number ${transaction.merchantnumber}`
}

/** The reason why its amounts cannot be shown or summed; null when they can. */
export function findCurrencyProblem(
  { currency }: Pick<BamboraTransaction, 'currency'>,
  operations: readonly BamboraOperation[] = [],
): string | null {
  const exponent = currencyExponent(currency.code)
  if (currency.minorunits !== exponent) {
    return `it counts ${currency.code} with ${currency.minorunits} decimals, ISO 4217 with ${exponent}`
  }
  const strange = operations.find(({ currency: own }) => own && own.code !== currency.code)
  return strange === undefined ? null : `operation ${strange.id} is in another currency`
}

function snapshotOf(
  { transaction, operations, invoices }: PaymentParts,
  totals: Totals,
  createdAt: Date,
): TransactionSnapshot {
  const events = mapEvents(operations, invoices)
  return {
    providerTransactionId: transaction.id,
    phase: isDeclined(transaction, operations)
      ? 'declined'
      : (PHASES[wordOf(transaction.status)] ?? 'unknown'),
    providerStatus: transaction.status ?? NOT_GIVEN,
    method: methodOf(transaction),
    currency: transaction.currency.code,
    amountMinor: askedAmount(transaction, operations),
    totals,
    orderReference: transaction.orderid ?? null,
    orderReference2: transaction.reference ?? null,
    customer: { name: null, email: null, phone: null, customerId: null, isBusiness: false },
    billingAddress: null,
    shippingAddress: null,
    paymentDetails: paymentDetails(transaction),
    items: itemsOf(invoices),
    events,
    historyGaps: BAMBORA_CHECKOUT.historyGaps,
    flags: findFlags(operations),
    captureDeadline: null,
    portalUrl: null,
    createdAt,
    updatedAt: events.findLast(({ occurredAt }) => occurredAt)?.occurredAt ?? createdAt,
  }
}

/** Only an authorization that says so takes a single capture (fact sheet §7.1). */
function findFlags(operations: readonly BamboraOperation[]): readonly PaymentFlag[] {
  const isSingle = operations.some(
    ({ action, iscapturemulti }) => wordOf(action) === 'authorize' && iscapturemulti === false,
  )
  return isSingle ? ['single_capture'] : []
}

/** The amount of the first authorization, used where nothing was authorized. */
function askedAmount(
  { total }: BamboraTransaction,
  operations: readonly BamboraOperation[],
): number {
  if (total.authorized > 0) return total.authorized
  const attempt = operations.find(({ action }) => wordOf(action) === 'authorize')
  return attempt?.amount ?? 0
}

function paymentDetails({ information }: BamboraTransaction): readonly PaymentDetail[] {
  return pickPresentDetails([
    ['Paid with', information?.paymenttypes[0]?.displayname],
    ['Number', information?.primaryaccountnumbers[0]?.number],
    ['Wallet', information?.wallets[0]?.name],
    ['Acquirer', information?.acquirers[0]?.name],
    ['Acquirer’s reference', information?.acquirerreferences[0]?.reference],
  ])
}
