import type { Catalogue } from '../catalogue'

export const transactions: Catalogue<'transactions'> = {
  pageTitle: 'Transaksjoner · Paydesk',
  title: 'Transaksjoner',
  ignored: {
    all: 'Ikke forstått og utelatt: {parts}.',
    view: 'visning «{text}»',
    status: 'status «{text}»',
  },
  search: {
    name: 'Søk i alle transaksjoner',
    placeholder: 'Ordre, navn, e-post, beløp eller betalings-ID',
    submit: 'Søk',
    matches: 'Treff på <term>«{search}»</term>',
    clear: 'Nullstill',
  },
  views: {
    name: 'Visninger',
    'to-capture': 'Til trekk',
    attention: 'Trenger oppfølging',
    captured: 'Trukket',
    refunded: 'Refundert',
    all: 'Alle',
  },
  filter: { name: 'Status', chosen: '(valgt; fjern)' },
  table: {
    caption: '{view}: transaksjoner, nyeste først',
    captureBy: 'Trekkes innen',
    order: 'Ordre og kunde',
    status: 'Status',
    method: 'Betalingsmåte',
    authorized: 'Reservert',
    captured: 'Trukket',
    refunded: 'Refundert',
    held: 'Fortsatt reservert',
    created: 'Opprettet',
  },
  row: {
    captureBy: '<small>innen</small> {day}',
    noDeadline: 'Ingen dato',
    noReference: 'Uten ordrereferanse',
    noName: 'Uten navn',
    askedFor: 'Forespurt, ikke reservert',
    created: '<small>opprettet</small> <moment></moment>',
  },
  pager: {
    name: 'Sider',
    whole: '{count, plural, one {# transaksjon} other {# transaksjoner}}, nyeste først',
    part: '{count, plural, one {# transaksjon} other {# transaksjoner}} på denne siden, nyeste først',
    first: 'Første',
    next: 'Neste',
  },
  empty: {
    afterEnd: {
      title: 'Ingenting etter dette punktet',
      text: 'Listen er endret siden denne adressen ble laget.',
      action: 'Gå til første side',
    },
    noMatch: {
      title: 'Ingen treff på «{search}»',
      hint: 'Prøv en ordrereferanse, et navn, en e-postadresse, et beløp som {amount}, eller leverandørens betalings-ID.',
      narrow: 'Det er bare søkt i «{view}».',
      action: 'Søk i alle transaksjoner',
    },
    noStatus: {
      title: 'Ingen betaling med denne statusen',
      text: 'Den valgte statusen gir ingenting i «{view}».',
      action: 'Vis alle statuser',
    },
    seeAll: 'Se alle transaksjoner',
    views: {
      'to-capture': {
        title: 'Ingenting å trekke',
        text: 'Betalinger der penger er reservert til dere, vises her til pengene er trukket eller frigitt.',
      },
      attention: {
        title: 'Ingenting trenger oppfølging',
        text: 'Betalinger som har feilet, er på vent, eller som ingen vet tilstanden til, vises her.',
      },
      captured: {
        title: 'Ingenting trukket ennå',
        text: 'Betalinger vises her når alt som ble reservert, er trukket.',
      },
      refunded: {
        title: 'Ingenting refundert ennå',
        text: 'Betalinger vises her når noe er betalt tilbake til kunden.',
      },
      all: {
        title: 'Ingen transaksjoner ennå',
        text: 'De vises her så snart de er lest fra en tilkoblet betalingsleverandør.',
      },
    },
  },
}
