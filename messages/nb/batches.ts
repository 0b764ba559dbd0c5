import type { Catalogue } from '../en'

export const batches: Catalogue<'batches'> = {
  title: 'Bunker',
  description:
    'Det samme med mange betalinger: prøvekjøres først, går så av seg selv, med en rapport om hver rad.',
  open: 'Bunker',
  newBatch: 'Ny bunke',
  toList: 'Transaksjoner',
  locked: 'Rollen din starter ingen bunker',
  lockedMeaning:
    'Med rollen {role} kan du se på bunker og rapportene deres. {roles} kan starte dem.',
  name: {
    capture: 'Trekk {count, plural, one {# betaling} other {# betalinger}}',
    refund: 'Refunder {count, plural, one {# betaling} other {# betalinger}}',
    void: 'Annuller {count, plural, one {# betaling} other {# betalinger}}',
    extend_authorization:
      'Forleng fristen for {count, plural, one {# betaling} other {# betalinger}}',
  },
  states: {
    rehearsed: 'Ikke startet',
    running: 'Går',
    paused: 'Satt på pause',
    stopped: 'Stoppet av seg selv',
    ended: 'Ferdig',
    discarded: 'Forkastet',
  },
  sources: {
    ticked: 'Krysset av i listen',
    view: 'En hel visning av listen',
    pasted: 'Innlimte ordrenumre',
    file: 'Filen {name}',
    retry: 'Det som kunne prøves igjen fra en annen bunke',
  },
  unnamedFile: 'uten navn',
  by: '{person}, {age}',
  reason: 'Årsak: {reason}',
  pageTitle:
    '{kind, select, capture {Bunke med trekk} refund {Bunke med refusjoner} void {Bunke med annulleringer} other {Bunke med forlengelser}}',
  list: {
    caption: 'Bunker, de nyeste først',
    what: 'Hva',
    state: 'Tilstand',
    sum: 'Sum',
    progress: 'Rader',
    by: 'Av',
    ended: '{ended, number} av {count, number}',
    planned: '{count, plural, one {# rad} other {# rader}}',
    empty: 'Ingen bunke ennå',
    emptyMeaning:
      'Kryss av betalinger i listen, lim inn ordrenumre, eller ta med filen fra lageret. En prøvekjøring viser hva som ville skje, før noe startes.',
    older: 'Eldre bunker',
    newest: 'De nyeste',
    refused: '{count, number} avvist',
  },
  notFound: {
    heading: 'Fant ikke bunken',
    title: 'Det finnes ingen slik bunke',
    meaning: 'Adressen kan være feilskrevet.',
    toBatches: 'Se alle bunker',
  },
}

export const batchBar: Catalogue<'batchBar'> = {
  tick: 'Velg {order}',
  tickAll: 'Velg alle på denne siden',
  hint: 'Med Shift velges et helt område. Enter går til det som kan gjøres med utvalget.',
  name: 'Valgte betalinger',
  selected: '{count, plural, one {# valgt} other {# valgt}}',
  elsewhere: '{count, number} på andre sider',
  whole: '{count, plural, one {# i denne visningen} other {Alle # i denne visningen}}',
  wholeUncounted: 'Alt som denne listen finner',
  selectWhole: 'Velg alle {count, number} i denne visningen',
  selectUncounted: 'Velg alt som denne listen finner',
  sums: {
    capture: '{sums} kan trekkes',
    refund: '{sums} kan refunderes',
    void: '{sums} kan frigis',
    extend_authorization: '{sums} er reservert',
  },
  act: {
    capture: 'Trekk {count, number}',
    refund: 'Refunder {count, number}',
    void: 'Annuller {count, number}',
    extend_authorization: 'Forleng {count, number}',
  },
  actWhole: {
    capture: 'Trekk',
    refund: 'Refunder',
    void: 'Annuller',
    extend_authorization: 'Forleng',
  },
  none: 'Ingenting av dette kan {kinds} nå.',
  noneKinds: {
    capture: 'trekkes',
    refund: 'refunderes',
    void: 'annulleres',
    extend_authorization: 'forlenges',
  },
  rehearsalFirst: 'En prøvekjøring kommer først: ingenting startes ennå.',
  rehearsing: 'Prøvekjører …',
  clear: 'Fjern utvalget',
  dialog: {
    refund: 'Refunder {count, plural, one {# betaling} other {# betalinger}}',
    void: 'Annuller {count, plural, one {# betaling} other {# betalinger}}',
    extend_authorization:
      'Forleng fristen for {count, plural, one {# betaling} other {# betalinger}}',
    whole: {
      refund: 'Refunder alt som er valgt',
      void: 'Annuller alt som er valgt',
      extend_authorization: 'Forleng fristen for alt som er valgt',
    },
    description:
      'Årsaken følger hver betaling. En prøvekjøring kommer først: ingenting startes ennå.',
    submit: 'Prøvekjør',
    cancel: 'Avbryt',
  },
}

export const batchNew: Catalogue<'batchNew'> = {
  title: 'Ny bunke',
  description: 'Ingenting startes her. Du ser først hva som ville skje med hver rad.',
  kind: 'Hva som skal gjøres',
  from: 'Hvilke betalinger',
  ways: { pasted: 'Lim inn ordrenumre', file: 'En fil' },
  pasted: 'Ordrenumre',
  pastedHint: 'Ett per linje, slik en kolonne i et regneark limes inn. Høyst {most, number}.',
  pastedCount:
    '{count, plural, =0 {Ingen ordrenumre ennå} one {# ordrenummer} other {# ordrenumre}}',
  pastedMissing: 'Lim inn minst ett ordrenummer.',
  file: 'Filen fra lageret (CSV)',
  fileHint:
    'En kolonne med ordrenummeret er nok. SKU eller linje med antall, beløp, referanse, sporing og faktura forstås også. Høyst {megabytes, number} MB og {most, number} rader.',
  fileMissing: 'Velg en fil.',
  drop: 'Slipp filen her, eller',
  choose: 'Velg en fil',
  chooseAnother: 'Velg en annen fil',
  chosen: '{name}, {kilobytes, number} kB',
  submit: 'Prøvekjør',
  busy: 'Prøvekjører …',
  columns: {
    title: 'Hvilken kolonne er hva?',
    meaning:
      'Kolonnen med ordrenummeret i {name} ble ikke kjent igjen, eller to kolonner gjelder for det samme. Si hva hver enkelt er; ingenting er lest så langt.',
    caption: 'De første linjene i filen',
    column: 'Kolonne {number, number}: {head}',
    unnamed: 'uten navn',
    ignored: 'Brukes ikke',
    missing: 'Si hvilken kolonne som har ordrenummeret.',
    submit: 'Prøvekjør med disse kolonnene',
    names: {
      order: 'Ordrenummer',
      sku: 'SKU',
      line: 'Linje',
      quantity: 'Antall',
      amount: 'Beløp',
      currency: 'Valuta',
      reference: 'Referanse',
      tracking: 'Sporing',
      invoiceNumber: 'Fakturanummer',
      invoiceUrl: 'Fakturaens adresse',
    },
  },
}
