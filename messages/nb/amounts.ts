import type { Catalogue } from '../catalogue'

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
    captureNamedNone:
      'Et tidligere trekk oppga ingen linjer, så ingen kan si hva som er igjen av hver.',
    refundNamedNone:
      'En tidligere refusjon oppga ingen linjer, så ingen kan si hva som er igjen av hver.',
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
    pickAll: 'Velg alle linjer',
    takeOutAll: 'Fjern alle linjer',
    pickOne: 'Velg minst én linje.',
    wholeOnly: 'Denne betalingsmåten tar bare hele linjer, slik de ble bestilt.',
    picked: '{count, plural, =0 {Ingenting valgt ennå} one {# linje} other {# linjer}}',
    quantity: 'Antall {item}',
    outOf: 'av {quantity}',
    noQuantity: '«{text}» er ikke et antall.',
    onlyLeft: 'Bare {quantity} igjen.',
    captured: 'Trukket',
    refunded: 'Refundert',
    notCaptured: 'Ikke trukket',
    partGone: 'Bare hele linjer, og en del er borte',
    moved: {
      capture: '{moved} allerede trukket',
      refund: '{moved} allerede refundert',
    },
    rounded: 'Avrundet til {amount}; den siste delen bærer resten av {whole}.',
    roundedLast: '{amount} med avrundingen, slik at linjen blir {whole} til sammen.',
  },
}
