import type { Catalogue } from '../en'

export const overview: Catalogue<'overview'> = {
  title: 'Oversikt',
  asOf: 'Per {time}. Dagene følger {timeZone}.',
  reading: 'Leser tallene',
  unread: {
    note: '{count, plural, one {# betaling kan ikke leses.} other {# betalinger kan ikke leses.}} <link>Se hvilke</link>',
  },
  due: {
    title: 'Å trekke, etter frist',
    caption: 'Betalinger som holder penger, etter hvor snart de må trekkes',
    show: 'Vis betalingene',
    columns: { due: 'Trekkes innen', count: 'Betalinger', held: 'Fortsatt reservert' },
    names: {
      passed: 'Fristen er ute',
      today: 'I dag',
      tomorrow: 'I morgen',
      week: 'Innen 7 dager',
      later: 'Senere',
      unknown: 'Ingen kjent dato',
    },
    empty: 'Ingenting er reservert som kan trekkes.',
  },
  rest: {
    title: 'Igjen etter siste sending',
    caption:
      'Betalinger der en del er trukket og resten er reservert, etter avgjørelse og ordrens alder',
    columns: { what: 'Rest', count: 'Betalinger', held: 'Fortsatt reservert' },
    names: {
      open: {
        week: 'Ikke avgjort, inntil 6 dager gammel',
        month: 'Ikke avgjort, 7 til 29 dager gammel',
        older: 'Ikke avgjort, 30 dager gammel eller mer',
      },
      kept: {
        week: 'Sendes senere, inntil 6 dager gammel',
        month: 'Sendes senere, 7 til 29 dager gammel',
        older: 'Sendes senere, 30 dager gammel eller mer',
      },
    },
  },
  days: {
    title: 'Trukket og refundert i {currency}, siste {count, number} dager',
    titleEmpty: 'Trukket og refundert, siste {count, number} dager',
    captured: 'Trukket',
    refunded: 'Refundert',
    payments: '{count, plural, one {# trekk} other {# trekk}}',
    refunds: '{count, plural, one {# refusjon} other {# refusjoner}}',
    above: 'over linjen',
    below: 'under linjen',
    chart:
      'Fra {from} til {to}: {captured} trukket og {refunded} refundert. Mest på én dag: {most} trukket. Tabellen under har alle dagene.',
    most: 'Mest trukket på én dag: {sum}',
    hover: '{day}: {captured} trukket, {refunded} refundert',
    table: 'Alle dagene som tabell',
    caption: 'Trukket og refundert i {currency} per dag',
    day: 'Dag',
    empty: 'Ingenting ble trukket eller refundert disse dagene.',
  },
  reasons: {
    title: 'Årsaker til refusjoner, siste {count, number} dager',
    caption: 'Refusjoner gjort her, etter årsak',
    columns: { reason: 'Årsak', count: 'Refusjoner', sum: 'Refundert' },
    empty: 'Ingen har refundert noe her disse dagene.',
  },
}
