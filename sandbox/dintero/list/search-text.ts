import type { Entry } from '../entry'

/**
 * True when `search` finds a transaction: ids, both references, phone, e-mail, full name and card
 * token (fact sheet §4), anywhere inside and in any case (§18).
 */
export function isFoundBy(entry: Entry, lowerCaseNeedle: string): boolean {
  entry.searchText ??= searchTextOf(entry)
  return entry.searchText.includes(lowerCaseNeedle)
}

function searchTextOf({ transaction }: Entry): string {
  const { customer, billing_address: billing, shipping_address: shipping, card } = transaction
  return [
    transaction.id,
    transaction.session_id,
    transaction.merchant_reference,
    transaction.merchant_reference_2,
    customer?.phone_number,
    customer?.email,
    ...[billing, shipping].flatMap((address) => [
      address?.phone_number,
      address?.email,
      address?.first_name && `${address.first_name} ${address.last_name ?? ''}`,
    ]),
    card?.payment_token_id,
  ]
    .filter((part) => part !== undefined)
    .join('\n')
    .toLowerCase()
}
