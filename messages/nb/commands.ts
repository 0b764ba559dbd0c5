import type { Catalogue } from '../catalogue'

export const commands: Catalogue<'commands'> = {
  refused: '{name}: {why}',
  sheet: {
    title: 'Hurtigtaster',
    description: 'Alt kan gjøres uten mus.',
    groups: { everywhere: 'Overalt', list: 'I en liste', payment: 'På en betaling' },
    meanings: {
      palette: 'Finn en betaling, side eller handling',
      search: 'Gå til søkefeltet',
      help: 'Vis denne listen',
      leave: 'Forlat en dialog',
      next: 'Neste rad',
      previous: 'Forrige rad',
      arrows: 'Forrige og neste rad',
      open: 'Åpne raden',
      capture: 'Trekk',
      refund: 'Refunder',
      void: 'Annuller',
      update_authorization: 'Legg til vare',
    },
    switch: 'Hurtigtaster på ett tegn',
    switchNote: 'Slå dem av hvis taster trykkes ved et uhell eller med talestyring.',
  },
  palette: {
    button: 'Finn en betaling, side eller handling',
    short: 'Finn',
    title: 'Finn og gå til',
    placeholder: 'Ordre, kunde, beløp, side eller handling',
    groups: {
      actions: 'På denne betalingen',
      transactions: 'Transaksjoner',
      pages: 'Sider',
    },
    searchAll: 'Vis alle treff på «{text}»',
    shortcuts: 'Hurtigtaster',
    tooShort: 'Skriv minst to tegn for å finne transaksjoner.',
    searching: 'Søker …',
    nothing: 'Ingen transaksjon passer til «{text}».',
    noneOfNewest:
      'Ingen av de nyeste transaksjonene passer til «{text}». Vis alle treff for å lete lenger tilbake.',
    failed: 'Det var ikke mulig å søke i transaksjoner nå. Sider og handlinger virker.',
    signedOut: 'Økten er avsluttet. Logg inn igjen for å søke.',
    count: '{count, plural, =0 {Ingenting å velge} one {# valg} other {# valg}}',
    noReference: 'Uten ordrereferanse',
  },
}
