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
  operations: {
    title: 'De åpne operasjonene kunne ikke leses',
    text: 'Lesing endrer ingenting: Det som er åpent, følges fortsatt opp.',
  },
  operation: {
    title: 'Denne operasjonen kunne ikke leses',
    text: 'Lesing endrer ingenting: Så lenge den er åpen, følges den fortsatt opp.',
  },
  overview: {
    title: 'Tallene kunne ikke leses',
    text: 'Ingen penger er involvert i å vise denne siden, og ingenting ble endret. Prøv igjen.',
  },
  audit: {
    title: 'Revisjonssiden kunne ikke vises',
    text: 'Selve revisjonssporet er ikke berørt av dette.',
  },
}
