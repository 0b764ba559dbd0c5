import type { Catalogue } from '../en'

export const statuses: Catalogue<'statuses'> = {
  initiated: 'Startet',
  on_hold: 'På vent',
  authorized: 'Reservert',
  partially_captured: 'Delvis trukket',
  captured: 'Trukket',
  partially_captured_refunded: 'Delvis trukket, refundert',
  partially_refunded: 'Delvis refundert',
  refunded: 'Refundert',
  voided: 'Annullert',
  declined: 'Avslått',
  failed: 'Feilet',
  unknown: 'Ukjent',
}

export const states: Catalogue<'states'> = {
  intended: 'Starter',
  sending: 'Sendes',
  pending: 'Underveis',
  unknown: 'Undersøkes',
  needs_review: 'Til vurdering',
  succeeded: 'Utført',
  refused: 'Avvist',
  not_sent: 'Ikke utført',
  abandoned: 'Ikke startet',
}

export const operationKinds: Catalogue<'operationKinds'> = {
  capture: 'Trekk',
  refund: 'Refusjon',
  void: 'Annullering',
  update_authorization: 'Endring av ordren',
  extend_authorization: 'Forlengelse av fristen',
  charge_again: 'Ny belastning',
  pay_out: 'Utbetaling',
  confirm_receipt: 'Bekreftelse av overføring',
}

export const actions: Catalogue<'actions'> = {
  names: {
    capture: 'Trekk',
    refund: 'Refunder',
    void: 'Annuller',
    update_authorization: 'Legg til vare',
    extend_authorization: 'Forleng fristen',
    charge_again: 'Belast igjen',
    pay_out: 'Betal ut',
    confirm_receipt: 'Bekreft overføring',
  },
  underWay: {
    capture: 'Trekk pågår',
    refund: 'Refusjon pågår',
    void: 'Annullering pågår',
    update_authorization: 'Endring pågår',
    extend_authorization: 'Forlengelse pågår',
    charge_again: 'Belastning pågår',
    pay_out: 'Utbetaling pågår',
    confirm_receipt: 'Bekreftelse pågår',
  },
  notes: {
    capture: 'Trekker penger som er reservert.',
    refund: 'Gir tilbake penger som er trukket.',
    void: 'Frigir det som fortsatt er reservert.',
    update_authorization: 'Endrer ordren og det {method} holder reservert.',
    extend_authorization: 'Ber {method} om å holde pengene reservert lenger.',
    charge_again: 'Tar nye penger fra kunden i tillegg til denne betalingen.',
    pay_out: 'Betaler penger til det lagrede kortet; det er ingen refusjon.',
    confirm_receipt: 'Bokfører penger som har kommet med bankoverføring.',
  },
  instead: {
    refund: '{denialReason} Refunder i stedet.',
    void: '{denialReason} Annuller i stedet.',
  },
  more: 'Mer',
}

export const events: Catalogue<'events'> = {
  kinds: {
    initiate: 'Betaling startet',
    authorize: 'Reservert',
    order_change: 'Endring av ordren',
    capture: 'Trekk',
    refund: 'Refusjon',
    void: 'Annullering',
    settle: 'Utbetalt',
    chargeback: 'Tilbakeføring',
    chargeback_reversal: 'Tilbakeføring omgjort',
    other: 'Annen hendelse',
  },
  states: {
    succeeded: 'Utført',
    failed: 'Feilet',
    pending: 'Underveis',
    unknown: 'Resultat ukjent',
  },
}

export const methods: Catalogue<'methods'> = {
  amex: 'American Express',
  applepay: 'Apple Pay',
  clicktopay: 'Click to Pay',
  creditcard: 'Kort',
  external: 'Ekstern',
  finance: 'Finansiering',
  googlepay: 'Google Pay',
  in_person: 'Kortterminal',
  installment: 'Delbetaling',
  invoice: 'Faktura',
  invoice_b2b: 'Bedriftsfaktura',
  invoice_b2b_grouped: 'Bedriftsfaktura, samlet',
  invoice_b2b_preapproved: 'Bedriftsfaktura, forhåndsgodkjent',
  invoice_b2c: 'Faktura',
  knet: 'KNET',
  mada: 'mada',
  master: 'Mastercard',
  mobilepay: 'MobilePay',
  postponement: 'Utsatt betaling',
  sofortueberweisung: 'Sofort',
  swish: 'Swish',
  vipps: 'Vipps',
  visa: 'Visa',
  wallets: 'Lommebok',
  zero: 'Ingenting å betale',
}

export const reasons: Catalogue<'reasons'> = {
  returned: 'Returnert',
  damaged: 'Skadet',
  not_delivered: 'Ikke levert',
  price_correction: 'Priskorreksjon',
  goodwill: 'Kulanse',
  out_of_stock: 'Utsolgt',
  customer_cancelled: 'Kunden avbestilte',
  duplicate_order: 'Dobbel ordre',
  suspected_fraud: 'Mistanke om svindel',
  waiting_for_stock: 'Venter på varer',
  customer_asked_to_wait: 'Kunden ba om å vente',
  made_to_order: 'Lages på bestilling',
  subscription: 'Abonnement',
  added_later: 'Lagt til senere',
  damage_or_fee: 'Skade eller gebyr',
  refund_too_late: 'For sent å refundere',
  winnings: 'Gevinst',
  bank_transfer_seen: 'Sett på bankkontoen',
  other: 'Annet',
}

export const roles: Catalogue<'roles'> = {
  viewer: 'Lesetilgang',
  staff: 'Butikkmedarbeider',
  support: 'Kundestøtte',
  admin: 'Administrator',
}

export const deadlines: Catalogue<'deadlines'> = {
  provider: 'Datoen er fra leverandøren',
  usual_for_method: 'Beregnet: vanlig for denne betalingsmåten; leverandøren ga ingen dato',
}

export const age: Catalogue<'age'> = {
  seconds: '{count, number} s',
  minutes: '{count, number} min',
  hours: '{count, number} t',
  days: '{count, number} d',
  justNow: 'akkurat nå',
  ago: 'for {duration} siden',
  left: 'om {duration}',
  passed: 'gikk ut for {duration} siden',
  bothTimes: '{shown}; {own} der du er',
}
