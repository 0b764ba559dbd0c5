import type { Catalogue } from '../catalogue'

export const actions: Catalogue<'actions'> = {
  names: {
    capture: 'Trekk',
    refund: 'Refunder',
    void: 'Annuller',
    update_authorization: 'Legg til vare',
    extend_authorization: 'Forleng fristen',
  },
  underWay: {
    capture: 'Trekk pågår',
    refund: 'Refusjon pågår',
    void: 'Annullering pågår',
    update_authorization: 'Endring pågår',
    extend_authorization: 'Forlengelse pågår',
  },
  notes: {
    capture: 'Trekker penger som er reservert.',
    refund: 'Gir tilbake penger som er trukket.',
    void: 'Frigir det som fortsatt er reservert.',
    update_authorization: 'Endrer ordren og det {method} holder reservert.',
    extend_authorization: 'Ber {method} om å holde pengene reservert lenger.',
  },
  instead: {
    refund: '{obstacle} Refunder i stedet.',
    void: '{obstacle} Annuller i stedet.',
  },
  more: 'Mer',
}
