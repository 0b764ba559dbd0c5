import type { Prng } from '../../../prng'

/** VAT class of a product in its country. */
export type VatClass = 'standard' | 'food' | 'book'

/** `[SKU, name, price in minor units incl. VAT, VAT class]`; a price per kilogram for goods by weight. */
export type Product = readonly [string, string, number, VatClass]

/** A shipping option: `[id, title, operator, price in minor units]`. */
export type Shipping = readonly [string, string, string, number]

/** Products, customers and rates of a country's sample orders, in its language. */
export interface Country {
  readonly code: string
  readonly currency: string
  readonly merchantName: string
  readonly vat: Readonly<Record<VatClass, number>>
  readonly products: readonly Product[]
  /** Sold by weight, in kilograms. */
  readonly byWeight: readonly Product[]
  readonly shipping: readonly Shipping[]
  readonly discountName: string
  readonly giftCardName: string
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
  readonly streets: readonly string[]
  /** `[postal code, place]` */
  readonly places: readonly (readonly [string, string])[]
  readonly companies: readonly string[]
  phoneNumber(prng: Prng): string
  organizationNumber(prng: Prng): string
}
