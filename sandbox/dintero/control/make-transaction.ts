import { randomInt, randomUUID } from 'node:crypto'
import { authorize, begin, captureSilently, perform, stopAt } from '../history'
import { BEHAVIOUR_KEY } from '../money/behaviour'
import { EXPIRY_KEY, freshExpiry } from '../money/expiry'
import { sumOf, vatInside } from '../money/lines'
import { partRequest, wholeRequest } from '../money/whole-and-part'
import { makeObjectId } from '../seed/ids'
import { isDirect } from '../seed/methods'
import type { Settings } from '../settings'
import type { Item, Transaction } from '../transaction'
import type { CreationOptions } from './creation-schema'

const VAT_PERCENT = 25
const DEFAULT_AMOUNT_MINOR = 100_000

/** A transaction with these options, in its status. */
export function makeTransaction(
  nowMs: number,
  options: CreationOptions,
  settings: Settings,
): Transaction {
  const createdAtMs = options.createdAt === undefined ? nowMs : Date.parse(options.createdAt)
  const amount = options.amount ?? (options.items ? sumOf(options.items) : DEFAULT_AMOUNT_MINOR)
  const items = options.items ?? [oneLine(amount)]
  const address = addressOf(options.customer)
  const metadata = {
    merchant_name: 'Sandbox',
    ...(options.behaviour !== undefined && { [BEHAVIOUR_KEY]: options.behaviour }),
    ...options.metadata,
  }
  const started = begin(
    {
      id: options.id ?? newId(options.accountId),
      account_id: options.accountId,
      session_id: newId(options.accountId),
      payment_product: options.method.split('.')[0] ?? options.method,
      payment_product_type: options.method,
      amount,
      currency: options.currency,
      channel: 'ecommerce',
      merchant_reference: options.reference ?? `MINT-${randomInt(1_000_000)}`,
      ...(options.reference2 !== undefined && { merchant_reference_2: options.reference2 }),
      customer: { ...CUSTOMER, email: address.email },
      billing_address: address,
      shipping_address: address,
      ...(items.length > 0 && { items }),
      ...(options.callbackUrl !== undefined && { url: { callback_url: options.callbackUrl } }),
      metadata,
      created_at: new Date(createdAtMs).toISOString(),
    },
    randomUUID(),
  )
  return reach(started, options, createdAtMs, settings)
}

/** Brings a started transaction into the requested status. */
function reach(
  started: Transaction,
  options: CreationOptions,
  atMs: number,
  { captureEventOfDirect }: Settings,
): Transaction {
  switch (options.status) {
    case 'INITIATED':
      return started
    case 'ON_HOLD':
      return stopAt(started, options.status, atMs, randomUUID())
    case 'DECLINED':
    case 'FAILED':
    case 'UNKNOWN':
      return stopAt(started, options.status, atMs, randomUUID(), {
        code: options.status,
        message: 'The payment did not succeed',
      })
    default:
      break
  }
  const origin = { requestId: randomUUID() }
  const isKlarna = started.payment_product === 'klarna'
  const expiry =
    options.expiresAt === undefined ? freshExpiry(atMs) : { [EXPIRY_KEY]: options.expiresAt }
  const reserved = authorize(started, atMs, randomUUID(), isKlarna ? expiry : {})
  const whole = (): Transaction =>
    isDirect(options.method) && !captureEventOfDirect
      ? captureSilently(started, atMs, randomUUID())
      : perform(reserved, wholeRequest(reserved, 'capture', 'MINT-CAPTURE'), origin, atMs)
  const part = (): Transaction =>
    perform(reserved, partRequest(reserved, 'capture', 'MINT-CAPTURE'), origin, atMs)
  switch (options.status) {
    case 'AUTHORIZED':
      return reserved
    case 'AUTHORIZATION_VOIDED':
      return perform(reserved, wholeRequest(reserved, 'void', ''), origin, atMs)
    case 'CAPTURED':
      return whole()
    case 'PARTIALLY_CAPTURED':
      return part()
    case 'PARTIALLY_REFUNDED':
      return perform(whole(), partRequest(reserved, 'refund', 'MINT-REFUND'), origin, atMs)
    case 'REFUNDED':
      return perform(whole(), wholeRequest(reserved, 'refund', 'MINT-REFUND'), origin, atMs)
    case 'PARTIALLY_CAPTURED_REFUNDED': {
      const { amount } = partRequest(reserved, 'capture', '')
      const back = { operation: 'refund', amount: Math.ceil(amount / 2), isFinal: false } as const
      return perform(part(), back, origin, atMs)
    }
  }
}

function oneLine(amount: number): Item {
  return {
    line_id: '1',
    id: 'SANDBOX-1',
    description: 'Sample product',
    quantity: 1,
    amount,
    vat_amount: vatInside(amount, VAT_PERCENT),
    vat: VAT_PERCENT,
    type: 'physical',
  }
}

const ADDRESS = {
  first_name: 'Test',
  last_name: 'Kunde',
  address_line: 'Storgata 1',
  postal_code: '0155',
  postal_place: 'Oslo',
  country: 'NO',
  phone_number: '+4740000100',
  email: 'test.kunde@example.com',
} as const

const CUSTOMER = {
  customer_id: 'c-1',
  email: ADDRESS.email,
  phone_number: ADDRESS.phone_number,
} as const

function addressOf(customer: CreationOptions['customer']) {
  if (customer === undefined) return ADDRESS
  const { firstName, lastName, email } = customer
  return { ...ADDRESS, first_name: firstName, last_name: lastName, email }
}

/** A random id for a transaction or session of an account. */
export function newId(accountId: string): string {
  return makeObjectId({ int: (low, high) => randomInt(low, high + 1) }, accountId)
}
