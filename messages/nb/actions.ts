import type { Catalogue } from '../catalogue'

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
    refund: '{obstacle} Refunder i stedet.',
    void: '{obstacle} Annuller i stedet.',
  },
  more: 'Mer',
}
