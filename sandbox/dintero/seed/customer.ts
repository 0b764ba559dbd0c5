import type { Prng } from '../../prng'
import type { Address, Transaction } from '../transaction'
import type { Country } from './catalog/country'

const MAIL_HOSTS = ['example.com', 'example.org', 'example.net'] as const

/** A fictitious customer with addresses of the country; a company for business methods. */
export function makeCustomer(
  prng: Prng,
  country: Country,
  isBusiness: boolean,
): Pick<Transaction, 'customer' | 'billing_address' | 'shipping_address' | 'customer_ip'> {
  const firstName = prng.pick(country.firstNames)
  const lastName = prng.pick(country.lastNames)
  const email = `${plain(firstName)}.${plain(lastName)}@${prng.pick(MAIL_HOSTS)}`
  const phone = country.phoneNumber(prng)
  const [postalCode, place] = prng.pick(country.places)
  const billing: Address = {
    first_name: firstName,
    last_name: lastName,
    ...(isBusiness && {
      business_name: prng.pick(country.companies),
      organization_number: country.organizationNumber(prng),
    }),
    address_line: `${prng.pick(country.streets)} ${prng.int(1, 98)}`,
    postal_code: postalCode,
    postal_place: place,
    country: country.code,
    phone_number: phone,
    email,
  }
  return {
    customer: { customer_id: `c-${prng.int(1000, 9999)}`, email, phone_number: phone },
    customer_ip: `203.0.113.${prng.int(1, 254)}`,
    billing_address: billing,
    shipping_address: prng.chance(0.85) ? billing : elsewhere(prng, country, billing),
  }
}

/** The same customer at another address of the country. */
function elsewhere(prng: Prng, country: Country, billing: Address): Address {
  const [postalCode, place] = prng.pick(country.places)
  return {
    ...billing,
    address_line: `${prng.pick(country.streets)} ${prng.int(1, 98)}`,
    postal_code: postalCode,
    postal_place: place,
  }
}

/** A name in the form of a mail address: Latin letters only. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
}
