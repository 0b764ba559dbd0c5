import type { Catalogue } from '../catalogue'

export const providerErrors: Catalogue<'providerErrors'> = {
  items_do_not_fit: 'Ordrelinjene stemmer ikke med ordren slik leverandøren har den.',
  amount_exceeds_remaining: 'Beløpet er høyere enn det som gjenstår hos leverandøren.',
  state_forbids: 'Leverandøren tillater ikke dette slik betalingen står nå.',
  account_lacks_right: 'Kontoen hos leverandøren har ikke rett til å gjøre dette.',
  credentials_rejected: 'Leverandøren godtok ikke innloggingen vår.',
  no_reason: 'Leverandøren oppga ingen grunn.',
}
