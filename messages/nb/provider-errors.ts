import type { Catalogue } from '../catalogue'

export const providerErrors: Catalogue<'providerErrors'> = {
  items_do_not_fit: 'Ordrelinjene stemmer ikke med ordren slik leverandøren har den.',
  amount_exceeds_remaining: 'Beløpet er høyere enn det som gjenstår hos leverandøren.',
  state_forbids: 'Leverandøren tillater ikke dette slik betalingen står nå.',
  account_lacks_right: 'Kontoen hos leverandøren har ikke rett til å gjøre dette.',
  credentials_rejected: 'Leverandøren godtok ikke innloggingen vår.',
  blocked_by_issuer: 'Banken til kortet tillater ikke kjøp på internett.',
  cannot_authorize: 'Betalingen ble avvist.',
  cannot_cancel: 'Annulleringen ble avvist.',
  cannot_capture: 'Trekket ble avvist.',
  cannot_refund: 'Refusjonen ble avvist.',
  card_type_not_accepted: 'Brukerstedet godtar ikke denne typen kort.',
  currency_not_supported: 'Brukerstedet har ikke denne valutaen.',
  expired_card: 'Kortet er utløpt.',
  insufficient_funds: 'Det er ikke dekning på kundens konto.',
  invalid_card: 'Kortet kan ikke brukes lenger.',
  invalid_payment_state_transition: 'Leverandøren tillater ikke dette slik betalingen står nå.',
  payment_not_found: 'Leverandøren har ingen betaling med denne referansen.',
  no_reason: 'Leverandøren oppga ingen grunn.',
}
