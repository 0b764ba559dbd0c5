import type { Catalogue } from '../catalogue'

export const readingErrors: Catalogue<'readingErrors'> = {
  list: {
    title: 'Transaksjonene kunne ikke leses',
    text: 'Ingen betaling ble endret av dette. Det er som regel over om et øyeblikk.',
  },
  payment: {
    title: 'Denne betalingen kunne ikke leses',
    text: 'Lesing endrer ingenting: det som er bedt om før, blir fortsatt fulgt opp.',
  },
}
