import type { Catalogue } from '../en'

export const dialogs: Catalogue<'dialogs'> = {
  titles: {
    capture: 'Trekk',
    refund: 'Refunder',
    void: 'Annuller',
    voidRest: 'Annuller resten',
    update: 'Legg til eller endre varer',
    extend: 'Forleng fristen',
    charge_again: 'Belast igjen',
    pay_out: 'Betal ut til det lagrede kortet',
    confirm_receipt: 'Bekreft bankoverføringen',
  },
  submit: {
    capture: {
      now: 'Trekk {sum}',
      open: 'Trekk',
      doing: 'Trekker {sum} …',
    },
    refund: { now: 'Refunder {sum}', open: 'Refunder', doing: 'Refunderer {sum} …' },
    void: { now: 'Annuller {sum}', open: 'Annuller', doing: 'Annullerer {sum} …' },
    extend: {
      now: 'Hold {sum} reservert lenger',
      open: 'Hold reservert lenger',
      doing: 'Forlenger reservasjonen av {sum} …',
    },
    charge_again: {
      now: 'Belast {sum} til',
      open: 'Belast igjen',
      doing: 'Belaster {sum} til …',
    },
    pay_out: { now: 'Betal ut {sum}', open: 'Betal ut', doing: 'Betaler ut {sum} …' },
    confirm_receipt: {
      now: 'Bekreft {sum}',
      open: 'Bekreft',
      doing: 'Bekrefter {sum} …',
    },
    raise: {
      now: 'Øk reservasjonen til {sum}',
      open: 'Endre ordren',
      doing: 'Øker reservasjonen til {sum} …',
    },
    lower: {
      now: 'Reduser reservasjonen til {sum}',
      open: 'Endre ordren',
      doing: 'Reduserer reservasjonen til {sum} …',
    },
    keep: {
      now: 'Behold reservasjonen på {sum}',
      open: 'Endre ordren',
      doing: 'Beholder reservasjonen på {sum} …',
    },
  },
  checking: 'Sjekker …',
  cancel: 'Avbryt',
  close: 'Lukk',
  order: 'Ordre {reference}',
  noReference: 'Ingen ordrereferanse',
  box: {
    order: 'Ordre',
    total: 'Totalt',
    due: 'Utestående',
    authorized: 'Reservert',
    captured: 'Trukket',
    refunded: 'Refundert',
    held: 'Fortsatt reservert',
    left: 'Igjen',
  },
  after: {
    now: 'Nå',
    afterwards: 'Etterpå',
    lapses:
      'Denne betalingen kan bare trekkes én gang: de gjenværende <strong>{sum}</strong> frigis og kan ikke trekkes senere.',
    nothingHeld: 'Da er ordren <strong>{status}</strong>; ingenting er reservert lenger.',
    held: 'Da er ordren <strong>{status}</strong>; {held} er fortsatt reservert.',
    heldUntil: 'Da er ordren <strong>{status}</strong>; {held} er fortsatt reservert til {day}.',
  },
  notices: {
    changedSince: 'Denne betalingen er endret siden du åpnet dette.',
    changedMeanwhile: 'Denne betalingen ble endret i mellomtiden, så ingenting ble sendt.',
    confirm: 'Se på de nye tallene og bekreft.',
    slow: '{provider} bruker tid på å svare. Du kan lukke dette: siden følger med.',
    noConnection:
      'Ingen forbindelse: Vi vet ikke ennå om noe ble startet. Det sjekkes så snart forbindelsen er tilbake, og ingenting sendes en gang til.',
    connectionBack:
      'Forbindelsen er tilbake. Ingenting ble sendt i mellomtiden, og det du har fylt ut, er beholdt: Du kan sende nå.',
    kept: 'Det du har fylt ut, er beholdt.',
    reload: 'Last inn på nytt',
    noResponse:
      'Svaret nådde ikke denne siden, så vi sjekker om noe ble startet. Ingenting sendes en gang til.',
  },
  changes: {
    capturedMinor: {
      more: '{sum} ble trukket.',
      corrected: 'Etter en korreksjon er {sum} trukket.',
    },
    refundedMinor: {
      more: '{sum} ble refundert.',
      corrected: 'Etter en korreksjon er {sum} refundert.',
    },
    releasedMinor: {
      more: '{sum} ble frigitt.',
      corrected: 'Etter en korreksjon er {sum} frigitt.',
    },
    authorized: 'Det reserverte beløpet ble endret fra {before} til {after}.',
    by: '{actor} ba om dette {at}.',
    left: 'Nå er {held} fortsatt reservert, og {refundable} kan refunderes.',
    status: 'Betalingen er nå {status}.',
    lines: 'Ordrelinjene ble endret.',
  },
  reason: {
    label: 'Årsak',
    pick: 'Velg en',
    missing: 'Velg en årsak.',
    note: 'Notat',
    noteMissing: 'Si hvorfor med noen få ord.',
  },
  note: 'Notat <soft>(valgfritt)</soft>',
  reference: 'Referanse <soft>(valgfritt)</soft>',
  references: {
    capture: 'Leverings- eller fakturanummer',
    refund: 'Retur- eller kreditnotanummer',
  },
  refunded:
    '{arrival, select, invoice {Fakturaen til {named, select, yes {{customer}} other {kunden}} hos {method} settes ned med {sum}; det som allerede er betalt av den, kommer tilbake.} other {{named, select, yes {{customer} får} other {Kunden får}} {sum} tilbake gjennom {method}{arrival, select, wallet {, vanligvis innen 1 til 3 virkedager} card {, vanligvis innen 3 til 10 virkedager} other {}}.}}',
  standalone: {
    charge_again:
      'Dette tar <strong>{sum}</strong> til fra {named, select, yes {{customer}} other {kunden}}, som ikke blir spurt igjen. Det kan refunderes som enhver annen belastning.',
    pay_out:
      'Dette betaler <strong>{sum}</strong> til det lagrede kortet til {named, select, yes {{customer}} other {kunden}}. Det trekkes ikke fra det som er trukket, og som fortsatt kan refunderes.',
    confirm_receipt:
      'Dette bokfører <strong>{sum}</strong> som mottatt fra {named, select, yes {{customer}} other {kunden}}. Det flytter ingen penger i seg selv: se dem på bankkontoen først.',
  },
  released:
    'Dette frigir <strong>{sum}</strong> til {named, select, yes {{customer}} other {kunden}}. Ingenting av det kan trekkes etterpå.',
  restReleased:
    'Dette frigir de resterende <strong>{sum}</strong> til {named, select, yes {{customer}} other {kunden}}; det som er trukket, blir stående.',
  holds: {
    noDate: '{method} oppga ingen dato for hvor lenge pengene er reservert.',
    until: '{method} holder {sum} reservert til <strong>{at}</strong>.',
    usuallyUntil:
      '{method} holder {sum} reservert til <strong>{at}</strong> (vanlig for denne betalingsmåten).',
    longer:
      '{method} avgjør om og hvor lenge pengene holdes reservert lenger; beløpet er det samme.',
  },
}

export const amounts: Catalogue<'amounts'> = {
  howMuch: 'Hvor mye',
  modes: { all: 'Alt som er igjen', lines: 'Velg linjer', amount: 'Et beløp' },
  label: 'Beløp i {currency}',
  atMost: {
    capture: 'Høyst {max} er reservert.',
    refund: 'Høyst {max} kan refunderes.',
    charge_again: 'Høyst {max}, som er det denne betalingen gjaldt.',
    pay_out: 'Høyst {max}, som er det denne betalingen gjaldt.',
    confirm_receipt: 'Høyst {max} er ennå ikke kommet.',
  },
  tooMuch: {
    capture: 'Det er for mye: {max} er reservert.',
    refund: 'Det er for mye: {max} kan refunderes.',
    charge_again: 'Det er for mye: denne betalingen gjaldt {max}.',
    pay_out: 'Det er for mye: denne betalingen gjaldt {max}.',
    confirm_receipt: 'Det er for mye: {max} er ennå ikke kommet.',
  },
  closed: {
    allNeedsLines:
      '{method} krever ordrelinjer, og linjene som er igjen, utgjør ikke det som er igjen.',
    amountNeedsLines: '{method} krever ordrelinjer, så et beløp alene er ikke mulig.',
    inSteps: 'Hver refusjon tar av ett trekk, så alt krever flere refusjoner.',
    noLines: 'Leverandøren har ingen ordrelinjer for denne betalingen.',
    linesDifferFromHold:
      'Ordrelinjene stemmer ikke med det reserverte beløpet, så de kan ikke trekkes hver for seg.',
    unknown: 'Ingen kan si hva som er igjen av hver linje.',
  },
  typed: {
    empty: 'Skriv inn et beløp.',
    not_a_number: '«{text}» kan ikke leses som et beløp. Skriv det slik: {example}.',
    too_many_decimals:
      '{decimals, plural, =0 {{currency} har ingen desimaler.} other {{currency} har # desimaler: det minste beløpet er {smallest}.}}',
    too_large: 'Det er mer enn noen betaling kan være.',
    not_positive: 'Beløpet må være større enn null.',
  },
  lines: {
    filter: 'Finn en linje',
    shown: '{shown, number} av {of, plural, one {# linje} other {# linjer}}',
    pickAll: 'Velg alle linjer',
    takeOutAll: 'Fjern alle linjer',
    pickOne: 'Velg minst én linje.',
    wholeOnly: 'Denne betalingsmåten tar bare hele linjer, slik de ble bestilt.',
    picked: '{count, plural, =0 {Ingenting valgt ennå} one {# linje} other {# linjer}}',
    quantity: 'Antall {item}',
    outOf: 'av {quantity}',
    noQuantity: '«{text}» er ikke et antall.',
    wholePieces: 'Bare hele stykker.',
    onlyLeft: 'Bare {quantity} igjen.',
    captured: 'Trukket',
    refunded: 'Refundert',
    notCaptured: 'Ikke trukket',
    partGone: 'Bare hele linjer, og en del er borte',
    aboveLeft: 'Mer enn det som er igjen',
    untied: {
      capture:
        '{sum} ble trukket uten at linjer ble oppgitt, så det kan være mindre igjen av en linje enn det som tilbys her. Til sammen høyst {left}.',
      refund:
        '{sum} ble trukket eller refundert uten at linjer ble oppgitt, så det kan være mindre igjen av en linje enn det som tilbys her. Til sammen høyst {left}.',
    },
    moved: {
      capture: '{moved} allerede trukket',
      refund: '{moved} allerede refundert',
    },
    rounded: 'Avrundet til {amount}; den siste delen bærer resten av {whole}.',
    roundedLast: '{amount} med avrundingen, slik at linjen blir {whole} til sammen.',
  },
}

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
  wholePieces: 'Bare hele stykker.',
  partCaptured: '{quantity} er trukket og blir stående.',
  takenOut: 'Tatt ut av ordren',
  ordered: '{quantity} bestilt til nå',
  holdChanges: 'Reservasjonen går fra {before} til <strong>{after}</strong>.',
  mayRefuse:
    '{method} vurderer kunden på nytt og kan si nei; da blir den nåværende reservasjonen stående.',
}
