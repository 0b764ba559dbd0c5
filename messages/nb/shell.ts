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
  sessionEnded:
    'Økten din er avsluttet, så denne siden endrer seg ikke lenger. <link>Logg inn på nytt</link> for å se hvordan det står til.',
  signedInAs: 'Logget inn som',
  language: 'Språk: {current}. Bytt til {next}',
}
