import type { Prng } from '../../prng'
import { begin } from '../history'
import type { Transaction } from '../transaction'
import { makeBasket, type Basket } from './basket'
import type { Country } from './catalog/country'
import { makeCustomer } from './customer'
import { makeObjectId, makeUuid } from './ids'
import type { Method } from './methods'

const CARD_BRANDS = [
  ['Visa', '4761'],
  ['MasterCard', '5413'],
] as const
const KLARNA_METHODS = ['invoice', 'invoice', 'fixed_amount', 'direct_debit', 'card'] as const
const STORES = [
  { id: 'store-oslo', name: 'Fjellheim Storgata' },
  { id: 'store-bergen', name: 'Fjellheim Bryggen' },
] as const

/** Options of one sample order. */
export interface OrderOptions {
  readonly accountId: string
  readonly reference: string
  readonly createdAtMs: number
  readonly method: Method
  readonly country: Country
  readonly metadata?: Readonly<Record<string, string>>
  /** Changes the random basket, e.g. removes its lines. */
  readonly alterBasket?: (basket: Basket) => Basket
}

/** A sample order whose customer has just started to pay. */
export function makeOrder(prng: Prng, options: OrderOptions): Transaction {
  const { accountId, method, country } = options
  const isBusiness = method.isBusiness === true
  const randomBasket = makeBasket(prng, country, isBusiness)
  const basket = options.alterBasket ? options.alterBasket(randomBasket) : randomBasket
  return begin(
    {
      id: makeObjectId(prng, accountId),
      account_id: accountId,
      session_id: makeObjectId(prng, accountId),
      payment_product: method.type.split('.')[0] ?? method.type,
      payment_product_type: method.type,
      ...basket,
      currency: country.currency,
      channel: prng.chance(0.9) ? 'ecommerce' : 'in_app',
      merchant_reference: options.reference,
      ...(prng.chance(0.3) && { merchant_reference_2: `SO-${prng.int(1000, 9999)}` }),
      ...makeCustomer(prng, country, isBusiness),
      user_agent: 'Mozilla/5.0 (example)',
      ...(prng.chance(0.05) && { store: prng.pick(STORES) }),
      ...(method.isCard && { card: makeCard(prng) }),
      url: {
        redirect_url: 'https://shop.example/return',
        callback_url: 'https://shop.example/dintero/callback?report_event=CAPTURE',
      },
      metadata: {
        merchant_name: country.merchantName,
        merchant_country: country.code,
        'session:profile_id': 'default',
        ...methodMetadata(prng, method),
        ...options.metadata,
      },
      initiating_system_request_headers: {
        'dintero-system-name': 'webshop',
        'dintero-system-version': '3.2.0',
      },
      created_at: new Date(options.createdAtMs).toISOString(),
    },
    makeUuid(prng),
  )
}

function makeCard(prng: Prng): NonNullable<Transaction['card']> {
  const [brand, prefix] = prng.pick(CARD_BRANDS)
  return {
    brand,
    masked_pan: `${prefix}73******${prng.int(1000, 9999)}`,
    expiry_date: `0${prng.int(1, 9)}/2029`,
    type: prng.pick(['Credit', 'Debit']),
    payment_token_id: makeUuid(prng),
    payment_token: makeUuid(prng),
  }
}

function methodMetadata(prng: Prng, method: Method): Record<string, string> {
  if (!method.type.startsWith('klarna.')) return {}
  const kind = method.isBusiness ? 'b2b_invoice' : prng.pick(KLARNA_METHODS)
  const prefix = 'klarna:authorized_payment_method'
  return {
    'gateway:id': makeUuid(prng),
    [`${prefix}:type`]: kind,
    ...(kind.endsWith('invoice') && { [`${prefix}:number_of_days`]: '30' }),
    ...(kind === 'fixed_amount' && { [`${prefix}:number_of_installments`]: '6' }),
    [`${prefix}:fraud_status`]: prng.chance(0.97) ? 'ACCEPTED' : 'PENDING',
  }
}
