import { addConnection } from './add-connection'
import { connection } from './connection'

import type { Catalogue } from '../en'

export const connections: Catalogue<'connections'> = {
  list: {
    pageTitle: 'Tilkoblinger',
    title: 'Tilkoblinger',
    description: 'Brukerstedene som betalingene her hører til, og hvordan det står til med hvert.',
    locked: 'Bare noen kan ta seg av tilkoblinger',
    lockedMeaning: 'Rollen din, {role}, kan ikke det. Spør {roles}.',
    addButton: 'Legg til en tilkobling',
    emptyTitle: 'Ingen konto er tilkoblet ennå',
    emptyMeaning:
      'Koble til kontoen din hos en betalingsleverandør: betalingene leses, og du kan trekke, refundere og annullere dem her.',
    emptyScope:
      'Du ser ikke betalingene til noen tilkobling. Be en administrator som ser alle, om å gi deg en.',
    onlyAll: 'Bare en administrator som ser alle tilkoblinger, kan legge til en.',
    table: {
      caption: 'Tilkoblinger',
      name: 'Navn',
      account: 'Konto',
      test: 'Siste kontroll',
      sync: 'Endringer',
      webhooks: 'Webhooks',
      state: 'Tilstand',
    },
    mode: { test: 'Test', live: 'Produksjon' },
    states: {
      works: 'Virker',
      attention: 'Se på denne',
      broken: 'Virker ikke',
      disabled: 'Slått av',
      closed: 'Fjernet',
    },
    check: {
      passed: 'Svarte {at}',
      failed: 'Virker ikke siden {since}',
      never: 'Ikke kontrollert ennå',
      disabled: 'Slått av {at}: ingenting startes, og listen leses ikke',
      closed: 'Fjernet for godt {at}: betalingene og historikken deres blir stående',
      secret:
        'Hemmeligheten kan ikke åpnes med nøklene til denne serveren. Hent den forrige nøkkelen tilbake, eller lagre hemmeligheten på nytt.',
      unusable: 'Slik den er lagret, kan den ikke brukes. Kontroller innstillingene.',
    },
    sync: {
      known: 'Kjent fram til {at}',
      notYet: 'Listen er ikke lest helt til slutt ennå',
      disabled: 'Listen leses ikke mens den er slått av',
      closed: 'Leses ikke lenger',
      noList: 'Leverandøren har ingen liste: betalinger kommer inn med referansen sin',
    },
    webhook: {
      last: 'Siste webhook {at}',
      none: 'Ingen webhook har kommet ennå',
      never: 'Leverandøren kaller ikke opp',
      closed: 'Tas ikke imot lenger',
    },
    unread:
      '{count, plural, one {Én betaling kunne ikke leses} other {# betalinger kunne ikke leses}}',
  },
  add: addConnection,
  import: {
    title: 'Import',
    meaning:
      'Leser alle betalinger som leverandøren lister opp. Den går videre når du forlater siden, og kan gjentas: ingenting kommer inn to ganger.',
    noList:
      'Leverandøren har ingen liste over betalinger. De kommer inn med referansen sin: <code>npm run import -- --connection "{name}" --reference …</code>',
    start: 'Importer betalingene',
    again: 'Importer på nytt',
    starting: 'Starter …',
    waiting: 'Venter på tur …',
    running: 'Importerer …',
    progress:
      '{pages, plural, one {Én side} other {# sider}} lest: {read, plural, one {én betaling} other {# betalinger}} sett, {written, number} av dem nye eller endret.',
    malformed:
      '{count, plural, one {Én oppføring kunne ikke leses.} other {# oppføringer kunne ikke leses.}}',
    toUnread: 'Se hva som krever oppfølging',
    finished: 'Importert {at}.',
    failed: 'Importen stoppet {at}: listen kunne ikke leses lenger.',
    interrupted:
      'Importen stoppet {at}: serveren ble avbrutt for mange ganger. Start den på nytt; det som ble lest, er beholdt.',
    failedNext: 'Det som ble lest til da, er beholdt. Start den på nytt.',
    unreachable: 'Framdriften kan ikke leses nå. Importen går videre av seg selv.',
  },
  ...connection,
}
