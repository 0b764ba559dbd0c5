import type { Catalogue } from '../catalogue'

export const trouble: Catalogue<'trouble'> = {
  notFound: {
    pageTitle: 'Ikke funnet',
    title: 'Siden finnes ikke',
    meaning: 'Adressen kan være feilskrevet, eller det den førte til, er flyttet.',
    toTransactions: 'Gå til transaksjonene',
  },
  broken: {
    pageTitle: 'Noe gikk galt',
    title: 'Denne siden kunne ikke vises',
    meaning:
      'Ingen betaling ble endret av dette. Det som alt er sendt til en leverandør, følges fortsatt opp.',
  },
  tryAgain: 'Prøv igjen',
  error: 'Feil {digest}',
}
