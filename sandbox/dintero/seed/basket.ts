import type { Prng } from '../../prng'
import { sumOf, vatInside } from '../money/lines'
import type { Item, Transaction } from '../transaction'
import type { Country, Product } from './catalog/country'

const DISCOUNT_PERCENTS = [10, 15, 20, 25] as const

/** Lines of an order with their sum, in minor units. */
export interface Basket extends Pick<Transaction, 'items' | 'shipping_option'> {
  readonly amount: number
}

/** An order of some products, often with shipping; companies buy more of each. */
export function makeBasket(prng: Prng, country: Country, isBusiness: boolean): Basket {
  const wanted = prng.int(1, isBusiness ? 5 : 4)
  const chosen = new Set(Array.from({ length: wanted }, () => prng.pick(country.products)))
  const items = [...chosen].map((product, index) => {
    const quantity = isBusiness ? prng.int(2, 24) : prng.int(1, prng.chance(0.7) ? 1 : 3)
    return makeLine(prng, country, product, String(index + 1), quantity)
  })
  if (!isBusiness && prng.chance(0.08)) {
    const quantity = prng.int(5, 60) / 20
    const product = prng.pick(country.byWeight)
    items.push(makeLine(prng, country, product, String(items.length + 1), quantity))
  }
  const total = sumOf(items)
  if (!isBusiness && total > 60_000 && prng.chance(0.06)) {
    items.push(giftCardLine(country, String(items.length + 1), -10_000 * prng.int(1, 3)))
  }
  const shipping = prng.chance(0.8) ? makeShipping(prng, country) : null
  if (shipping) items.push(shipping.line)
  return {
    items,
    amount: sumOf(items),
    ...(shipping && { shipping_option: shipping.option }),
  }
}

function makeLine(
  prng: Prng,
  country: Country,
  [sku, name, priceMinor, vatClass]: Product,
  lineId: string,
  quantity: number,
): Item {
  const vat = country.vat[vatClass]
  const gross = Math.round(priceMinor * quantity)
  const percent = prng.chance(0.14) ? prng.pick(DISCOUNT_PERCENTS) : 0
  const discount = Math.round((gross * percent) / 100)
  const amount = gross - discount
  return {
    line_id: lineId,
    id: sku,
    description: name,
    quantity,
    amount,
    vat_amount: vatInside(amount, vat),
    vat,
    type: 'physical',
    ...(discount > 0 && {
      gross_amount: gross,
      is_changed: true,
      eligible_for_discount: true,
      discount_lines: [
        {
          line_id: 1,
          amount: discount,
          percentage: percent,
          discount_type: 'periodic',
          discount_id: `campaign-${percent}`,
          description: `${country.discountName} ${percent} %`,
        },
      ],
    }),
  }
}

function giftCardLine(country: Country, lineId: string, amount: number): Item {
  return {
    line_id: lineId,
    id: 'GIFT-CARD',
    description: country.giftCardName,
    quantity: 1,
    amount,
    vat_amount: 0,
    vat: 0,
    type: 'gift_card',
  }
}

/** Shipping is in the order twice: as an option and as the line that counts (fact sheet §7.2). */
function makeShipping(
  prng: Prng,
  country: Country,
): { option: NonNullable<Transaction['shipping_option']>; line: Item } {
  const [id, title, operator, amount] = prng.pick(country.shipping)
  const vat = country.vat.standard
  const shared = { id, line_id: 'shipping', amount, vat_amount: vatInside(amount, vat), vat }
  return {
    option: { ...shared, title, operator, delivery_method: 'delivery' },
    line: { ...shared, description: title, quantity: 1, type: 'shipping' },
  }
}
