import type { Catalogue } from '../en'

export const notices: Catalogue<'notices'> = {
  title: 'Varsler',
  description: 'Det du bør vite om, det nyeste først. De beholdes i {days, number} dager.',
  caption: 'Varslene dine',
  empty: 'Ingenting å varsle om',
  emptyMeaning:
    'Her leser du hva som utløper i dag, hva som lenge er uavklart, hva som venter på en avgjørelse, hvordan bunkene dine gikk, og hvilke refusjoner som feilet senere.',
  choose: 'Velg hva som når deg',
  isNew: 'Ny',
  markRead: 'Marker som lest',
  markReadNamed: 'Marker som lest: {notice}',
  markAllRead: 'Marker alle som lest',
  marking: 'Et øyeblikk …',
  markedAll: 'Alt er lest.',
  newestOnly: 'Dette er de {shown, number} nyeste.',
  kinds: {
    expiring_today: 'Utløper i dag',
    unknown_long: 'Lenge uavklart',
    review_waiting: 'Venter på en avgjørelse',
    batch_ended: 'Bunke avsluttet',
    refund_failed: 'Refusjon feilet senere',
  },
  expires: {
    today: '{count, plural, one {# betaling utløper} other {# betalinger utløper}} i dag',
    onDay: '{count, plural, one {# betaling utløp} other {# betalinger utløp}} {day}',
    detail: '{sums} reservert, den første til {time}',
  },
  about: {
    unknown_long: '{operation} på {sum}: det er ennå ikke klart om den skjedde',
    review_waiting: '{operation} på {sum} venter på en avgjørelse',
    refund_failed: 'Refusjonen på {sum} har feilet',
    batchEnded: 'Bunken din er avsluttet: {operation}',
    batchStopped: 'Bunken din har stoppet av seg selv: {operation}. For mange rader ble avvist',
  },
  settled: 'Nå: {state}',
  until: 'til {time}',
  order: 'Ordre {reference}',
  noOrder: 'Uten ordrereferanse',
  digest: {
    expiring_today:
      '{count, plural, one {# betaling utløper i dag} other {# betalinger utløper i dag}}',
    unknown_long:
      '{count, plural, one {# utfall har vært uavklart i ti minutter} other {# utfall har vært uavklart i ti minutter}}',
    review_waiting:
      '{count, plural, one {# operasjon venter på en avgjørelse} other {# operasjoner venter på en avgjørelse}}',
    batch_ended:
      '{count, plural, one {Bunken din er avsluttet} other {# av bunkene dine er avsluttet}}',
    refund_failed:
      '{count, plural, one {En refusjon feilet senere} other {# refusjoner feilet senere}}',
    batches: '{count, plural, one {# bunke er avsluttet} other {# bunker er avsluttet}}',
    more: 'og {count, number} til',
    whole: 'Alle varsler: {address}',
    why: 'Du får dette fordi du har valgt det under Varsler på kontosiden din; høyst én gang i timen av hvert slag: {address}',
  },
}

export const noticeChoices: Catalogue<'noticeChoices'> = {
  title: 'Varsler',
  meaning:
    'Hvordan hvert slag når deg, fra det neste av. Du varsles om betalinger som du har lov til å se; av et slag høyst én e-post i timen.',
  kind: 'Slag',
  bell: 'I klokken',
  mail: 'På e-post',
  bellNamed: '{kind}: i klokken',
  mailNamed: '{kind}: på e-post',
  noMail: 'Dette Paydesk har ingen e-postserver, og sender derfor ingen e-post.',
  meanings: {
    expiring_today: 'En reservasjon som tar slutt før midnatt.',
    unknown_long: 'En operasjon med et utfall som har vært uavklart i ti minutter.',
    review_waiting: 'En operasjon som lesing ikke kunne avklare.',
    batch_ended: 'En bunke av deg som ble avsluttet eller stoppet av seg selv.',
    refund_failed: 'En refusjon som var underveis eller uavklart, og så feilet.',
  },
  saved: 'Lagret.',
}

export const noticeWebhook: Catalogue<'noticeWebhook'> = {
  pageTitle: 'Varsler',
  title: 'Varsler',
  description: 'Hvor bedriften får varsler sendt, for alle som leser der.',
  locked: 'Bare noen kan bestemme hvor varsler går',
  lockedMeaning: 'Rollen din, {role}, kan det ikke. Spør {roles}.',
  lockedScope:
    'Dette gjelder alle tilkoblinger, og du har ansvar for noen. Spør en administrator for alle.',
  own: 'Hva som når deg selv, velger du på kontosiden din.',
  card: {
    title: 'Webhook',
    meaning:
      'Paydesk kaller en adresse hos dere med hvert varsel av disse slagene, høyst én gang i timen av hvert slag, med ordrenummer, beløp, betalingsleverandør og en lenke. Ingenting annet om kunder blir sendt.',
    url: 'Adresse',
    urlHint: 'Den begynner med https://. Den oppbevares som et passord og vises ikke igjen.',
    urlKept: 'Lagret: en adresse hos {host}. Skriv en annen bare for å erstatte den.',
    urlMalformed:
      'Skriv en hel adresse som begynner med https://, uten navn eller passord i den; eller fjern haken ved alle slag.',
    shape: 'Form',
    shapes: { plain: 'JSON fra Paydesk', slack: 'En melding for Slack' },
    kinds: 'Slag',
    off: 'Uten noe slag blir ingenting sendt, og adressen blir glemt.',
    none: 'ingen webhook',
    inWords: '{host}, {shape}',
  },
  test: {
    title: 'Test og siste kall',
    meaning: 'En test sender ett kall med oppdiktet innhold, med en gang.',
    send: 'Send en test',
    sending: 'Sender …',
    delivered: 'Levert: adressen svarte med {status}.',
    notDelivered: 'Testen ble ikke levert. {why}',
    none: 'Ingenting er sendt ennå.',
    caption: 'De siste kallene, det nyeste først',
    open: 'Venter på å bli sendt',
    retried: 'Ikke levert ennå: {problem} Det prøves igjen av seg selv.',
    sent: 'Levert',
    failed: 'Oppgitt: {problem}',
  },
  problems: {
    no_response: 'Det kom ikke noe svar.',
    refused: 'Den svarte med {status}.',
    redirect: 'Den viser videre til et annet sted, og det følger Paydesk ikke.',
    forbidden_address:
      'Navnet fører til en adresse inne i et nettverk, og den kaller Paydesk aldri.',
    no_receiver: 'Det var ingen igjen å sende det til.',
    unreadable_address: 'Den lagrede adressen kan ikke åpnes med nøkkelen til denne serveren.',
  },
}
