import type { Catalogue } from '../catalogue'

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
    confirm_receipt: 'Bekreft mottaket',
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
    nothingHeld: 'Da er ordren <strong>{status}</strong>; ingenting er reservert lenger.',
    held: 'Da er ordren <strong>{status}</strong>; {held} er fortsatt reservert.',
    heldUntil: 'Da er ordren <strong>{status}</strong>; {held} er fortsatt reservert til {day}.',
  },
  notices: {
    changedSince: 'Denne betalingen er endret siden du åpnet dette.',
    changedMeanwhile: 'Denne betalingen ble endret i mellomtiden, så ingenting ble sendt.',
    confirm: 'Se på de nye tallene og bekreft.',
    slow: '{provider} bruker tid på å svare. Du kan lukke dette: siden følger med.',
    lost: 'Svaret nådde ikke denne siden, så vi sjekker om noe ble startet. Ingenting sendes en gang til.',
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
    '{named, select, yes {{customer} får} other {Kunden får}} {sum} tilbake gjennom {method}{arrival, select, invoice {, vanligvis innen 1 til 3 virkedager} wallet {, vanligvis innen 1 til 3 virkedager} card {, vanligvis innen 3 til 10 virkedager} other {}}.',
  beside: {
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
