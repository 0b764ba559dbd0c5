import type { Catalogue } from '../catalogue'

export const shell: Catalogue<'shell'> = {
  description: 'Trekk, refunder og frigi reserverte betalinger.',
  skip: 'Gå til innholdet',
  mainNavigation: 'Hovedmeny',
  transactions: 'Transaksjoner',
  overview: 'Oversikt',
  operations: 'Operasjoner',
  audit: 'Revisjon',
  inReview: '{count, number} til vurdering',
  signedInAs: 'Logget inn som',
  language: 'Språk: {current}. Bytt til {next}',
}
