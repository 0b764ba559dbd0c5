import type { Catalogue } from '../catalogue'

export const operations: Catalogue<'operations'> = {
  title: 'Operasjoner',
  description: 'Alt som er bedt om og ennå ikke er avgjort, eldste først.',
  ignored: 'Ikke forstått og utelatt: {parts}.',
  ignoredState: 'tilstanden «{value}»',
  open: 'Åpne operasjoner',
  oldestOnly:
    'Dette er de {shown, number} eldste av {count, number}. Resten følger etter hvert som disse avgjøres.',
  reading: 'Leser de åpne operasjonene',
  asOf: 'Per {time}',
  refresh: 'Oppdater',
  states: 'Tilstander',
  meanings: {
    needs_review: 'Et menneske må avgjøre',
    unknown: 'Ikke noe klart svar ennå',
    pending: 'Svar er lovet senere',
    sending: 'Venter på svar',
    intended: 'Sendes straks',
  },
  chosen: '(valgt; vis alle)',
  count: '{count, plural, one {operasjon} other {operasjoner}}',
  empty: {
    inState: 'Ingenting er i tilstanden «{state}»',
    showAll: 'Vis alt som er åpent',
    othersOpen: 'Andre operasjoner er åpne; se tallene over.',
    title: 'Ingenting er åpent: Alle operasjoner er avgjort',
    toTransactions: 'Gå til transaksjonene',
    meaning:
      'Når et svar fra en leverandør mangler eller kommer senere, står operasjonen her til det er kjent hva som skjedde, sammen med det som er gjort med den.',
  },
  table: {
    caption: 'Åpne operasjoner, eldste først',
    state: 'Tilstand',
    what: 'Hva',
    sum: 'Sum',
    order: 'Ordre og kunde',
    askedBy: 'Bedt om av',
    age: 'Alder',
    looks: 'Siste og neste sjekk',
  },
  decide: 'Avgjør',
  noOrder: 'Ingen ordrereferanse',
  noName: 'Uten navn',
  askedByPerson: 'bedt om av {person}',
  look: {
    aboutToBeSent: 'Sendes straks.',
    waiting: 'Venter på svaret.',
    notProven: 'Det lot seg ikke bevise hva som skjedde ved å lese.',
    none: 'Ikke sjekket hos leverandøren ennå.',
    looked: 'Sjekket {count, plural, one {én gang} other {# ganger}}, {age}',
    lookedNextIn:
      'Sjekket {count, plural, one {én gang} other {# ganger}}, {age} · neste sjekk {next}',
    lookedNextNow:
      'Sjekket {count, plural, one {én gang} other {# ganger}}, {age} · neste sjekk nå',
    lookedThenPerson:
      'Sjekket {count, plural, one {én gang} other {# ganger}}, {age} · et menneske må avgjøre',
    nextIn: 'Neste sjekk {next}',
    nextNow: 'Neste sjekk nå',
    person: 'Et menneske må avgjøre',
  },
}
