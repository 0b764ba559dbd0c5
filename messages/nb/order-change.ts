import type { Catalogue } from '../catalogue'

export const orderChange: Catalogue<'orderChange'> = {
  newItem: 'Ny vare {number, number}',
  description: 'Beskrivelse',
  quantity: 'Antall',
  priceWithVat: 'Stykkpris i {currency}, med mva.',
  priceWithoutVat: 'Stykkpris i {currency}, uten mva.',
  vat: 'Mva.',
  vatInPercent: 'Mva. i %',
  otherRate: 'En annen sats',
  pricesIncludeVat: 'Prisene er med mva.',
  another: 'En vare til',
  remove: 'Fjern',
  removeItem: 'Fjern ny vare {number, number}',
  total: 'Netto {net} + mva. {vat} = <strong>{total}</strong>',
  newTotal: 'Hele ordren blir da: netto {net} + mva. {vat} = <strong>{total}</strong>',
  problems: {
    description: 'Beskriv varen.',
    quantity: 'Hvor mange?',
    vat: 'En sats fra 0 til 100 %.',
  },
  existing: 'Endre det som allerede er i ordren',
  newQuantity: 'Nytt antall {item}',
  wholeCaptured: 'Trukket, så den blir stående',
  unreadable: 'Dette antallet kan ikke leses.',
  partCaptured: '{quantity} er trukket og blir stående.',
  takenOut: 'Tatt ut av ordren',
  ordered: '{quantity} bestilt til nå',
  holdChanges: 'Reservasjonen går fra {before} til <strong>{after}</strong>.',
  mayRefuse:
    '{method} vurderer kunden på nytt og kan si nei; da blir den nåværende reservasjonen stående.',
}
