import type { Catalogue } from '../catalogue'

export const money: Catalogue<'money'> = {
  title: 'Hvor pengene er',
  nothing: 'Ingenting er reservert, så det er ingenting å trekke eller refundere.',
  bar: {
    nothing: 'Ingenting er reservert.',
    all: 'Av {sum} reservert: {parts}.',
    doubtful: '{part}, ikke kjent ennå',
  },
  parts: {
    kept: '{sum} trukket og beholdt',
    refunding: '{sum} under refusjon',
    refunded: '{sum} refundert',
    capturing: '{sum} under trekk',
    held: '{sum} fortsatt reservert',
    releasing: '{sum} i ferd med å frigis',
    released: '{sum} frigitt',
  },
  figures: {
    authorized: 'Reservert',
    captured: 'Trukket',
    kept: '{sum} beholdt',
    refunded: 'Refundert',
    released: 'Frigitt',
    held: 'Fortsatt reservert',
  },
  moving: {
    capture: {
      name: 'Trekkes nå',
      onItsWay: 'av det som er reservert, underveis',
      doubtful: 'av det som er reservert, ikke kjent ennå',
    },
    refund: {
      name: 'Refunderes nå',
      onItsWay: 'av det som er beholdt, underveis',
      doubtful: 'av det som er beholdt, ikke kjent ennå',
    },
    void: {
      name: 'Frigis nå',
      onItsWay: 'av det som er reservert, underveis',
      doubtful: 'av det som er reservert, ikke kjent ennå',
    },
    update_authorization: {
      name: 'Ordren endres til',
      onItsWay: 'den nye totalen, underveis',
      doubtful: 'den nye totalen, ikke kjent ennå',
    },
    extend_authorization: {
      name: 'Reserveres lenger',
      onItsWay: 'hele reservasjonen, underveis',
      doubtful: 'hele reservasjonen, ikke kjent ennå',
    },
    charge_again: {
      name: 'Belastes nå',
      onItsWay: 'nye penger, underveis',
      doubtful: 'nye penger, ikke kjent ennå',
    },
    pay_out: {
      name: 'Betales ut nå',
      onItsWay: 'ved siden av denne betalingen, underveis',
      doubtful: 'ved siden av denne betalingen, ikke kjent ennå',
    },
    confirm_receipt: {
      name: 'Bokføres nå',
      onItsWay: 'av det som er reservert, underveis',
      doubtful: 'av det som er reservert, ikke kjent ennå',
    },
  },
}
