import type { Catalogue } from '../en'

export const providerErrors: Catalogue<'providerErrors'> = {
  items_do_not_fit: 'Ordrelinjene stemmer ikke med ordren slik leverandøren har den.',
  amount_exceeds_remaining: 'Beløpet er høyere enn det som gjenstår hos leverandøren.',
  state_forbids: 'Leverandøren tillater ikke dette slik betalingen står nå.',
  account_lacks_right: 'Kontoen hos leverandøren har ikke rett til å gjøre dette.',
  credentials_rejected: 'Leverandøren godtok ikke innloggingen vår.',
  blocked_by_issuer: 'Banken til kortet tillater ikke kjøp på internett.',
  cannot_authorize: 'Betalingen ble avvist.',
  cannot_cancel: 'Annulleringen ble avvist.',
  cannot_capture: 'Trekket ble avvist.',
  cannot_refund: 'Refusjonen ble avvist.',
  card_type_not_accepted: 'Brukerstedet godtar ikke denne typen kort.',
  currency_not_supported: 'Brukerstedet har ikke denne valutaen.',
  expired_card: 'Kortet er utløpt.',
  insufficient_funds: 'Det er ikke dekning på kundens konto.',
  invalid_card: 'Kortet kan ikke brukes lenger.',
  invalid_payment_state_transition: 'Leverandøren tillater ikke dette slik betalingen står nå.',
  payment_not_found: 'Leverandøren har ingen betaling med denne referansen.',
  test_mode_only: 'Leverandøren gjorde dette bare i testmodus. Ingen penger ble flyttet.',
  account_closed: 'Kundens konto er avsluttet.',
  authorization_expired: 'Reservasjonen er utløpt.',
  exceeds_limit: 'Beløpet er høyere enn kundens bank tillater.',
  invalid_amount: 'Banken godtar ikke dette beløpet.',
  update_conflict: 'Leverandøren kan ikke endre ordren eller reservasjonen slik den står.',
  verification_needed: 'Banken vil at kunden bekrefter betalingen.',
  no_reason: 'Leverandøren oppga ingen grunn.',

  // Codes of Dintero and Klarna (fact sheet §3.1, §11).
  BAD_REQUEST: 'Leverandøren fant noe galt med forespørselen.',
  CANCEL_NOT_ALLOWED: 'Betalingsmåten tillater ikke å annullere denne betalingen.',
  CAPTURE_NOT_ALLOWED: 'Betalingsmåten tillater ikke å trekke denne betalingen.',
  NOT_ALLOWED: 'Betalingsmåten tillater ikke dette.',
  REFUND_NOT_ALLOWED: 'Betalingsmåten tillater ikke å refundere denne betalingen.',

  // Result codes of the Open Payment Platform (its fact sheet §7.2).
  '100_550_300': 'Beløpet mangler eller er for lavt for leverandøren.',
  '100_550_301': 'Beløpet er for høyt for leverandøren.',
  '100_550_701': 'Beløpene stemmer ikke overens hos leverandøren.',
  '100_550_702': 'Valutaene stemmer ikke overens hos leverandøren.',
  '600_200_500': 'Valutaen eller korttypen er ikke satt opp for denne kontoen.',
  '700_100_500': 'Betalingen er i en annen valuta.',
  '700_100_600': 'Betalingen ble gjort i en annen testmodus.',
  '700_300_400': 'Det er for sent å trekke denne betalingen.',
  '700_300_700': 'Det er for sent å annullere denne betalingen. Refunder den i stedet.',
  '700_300_800': 'Denne betalingen kan ikke annulleres. Refunder den i stedet.',
  '700_400_100': 'Beløpet er høyere enn det som gjenstår å trekke, eller betalingen er annullert.',
  '700_400_101': 'Innløseren støtter ikke dette trekket.',
  '700_400_200':
    'Beløpet er høyere enn det som gjenstår å refundere, eller betalingen er annullert.',
  '700_400_300': 'Betalingen er allerede annullert eller refundert.',
  '700_400_510': 'Leverandøren har ingen reservasjon som kan trekkes.',
  '700_400_520': 'Leverandøren har ikke noe trekk som kan refunderes.',
  '700_400_530': 'Leverandøren har ingenting som kan annulleres.',
  '700_400_570': 'En tidligere operasjon på betalingen er ikke avsluttet hos leverandøren.',
  '700_400_700': 'Betalingen hører til en annen enhet hos dette brukerstedet.',
  '700_500_002': 'Det er for sent for denne operasjonen.',
  '800_100_150': 'Banken avviste refusjonen: den gjelder pengespill.',
  '800_100_155': 'Banken avviste: beløpet er høyere enn kreditten.',
  '800_100_176': 'Kontoen er ikke tilgjengelig nå. Det kan gå senere.',
  '800_900_300': 'Leverandøren godtok ikke tilgangsnøkkelen.',
  '900_100_200': 'Innløseren svarte med en feil. Spør innløseren om årsaken.',
  '900_100_201': 'Innløseren svarte med en feil. Spør innløseren om årsaken.',
  '900_100_202': 'Innløseren tillater ikke dette for betalingen.',
  '900_100_203': 'Betalingsporten svarte med en feil. Spør innløseren om årsaken.',
}

export const readingErrors: Catalogue<'readingErrors'> = {
  list: {
    title: 'Transaksjonene kunne ikke leses',
    text: 'Ingen betaling ble endret av dette. Det er som regel over om et øyeblikk.',
  },
  part: {
    title: 'En del av denne siden kunne ikke lastes',
    text: 'Det er ingen forbindelse, eller Paydesk er oppdatert i mellomtiden. Ingenting ble gjort: Last inn siden på nytt.',
  },
  payment: {
    title: 'Denne betalingen kunne ikke leses',
    text: 'Lesing endrer ingenting: det som er bedt om før, blir fortsatt fulgt opp.',
  },
  batches: {
    title: 'Bunkene kunne ikke leses',
    text: 'Lesing endrer ingenting: det som går, går videre.',
  },
  newBatch: {
    title: 'Skjemaet kunne ikke leses',
    text: 'Ingenting ble startet av dette.',
  },
  batch: {
    title: 'Denne bunken kunne ikke leses',
    text: 'Lesing endrer ingenting: det som går, går videre, og ingenting startes av seg selv.',
  },
  notices: {
    title: 'Varslene kunne ikke leses',
    text: 'Lesing endrer ingenting: det som er nytt, forblir nytt.',
  },
  noticeSettings: {
    title: 'Innstillingene for varsler kunne ikke leses',
    text: 'Lesing endrer ingenting: varsler sendes videre slik det er satt opp.',
  },
  operations: {
    title: 'De åpne operasjonene kunne ikke leses',
    text: 'Lesing endrer ingenting: Det som er åpent, følges fortsatt opp.',
  },
  operation: {
    title: 'Denne operasjonen kunne ikke leses',
    text: 'Lesing endrer ingenting: Så lenge den er åpen, følges den fortsatt opp.',
  },
  overview: {
    title: 'Tallene kunne ikke leses',
    text: 'Ingen penger er involvert i å vise denne siden, og ingenting ble endret. Prøv igjen.',
  },
  audit: {
    title: 'Revisjonssiden kunne ikke vises',
    text: 'Selve revisjonssporet er ikke berørt av dette.',
  },
  settings: {
    title: 'Innstillingene kunne ikke leses',
    text: 'Ingen innstilling ble endret av dette.',
  },
  connections: {
    title: 'Tilkoblingene kunne ikke leses',
    text: 'Ingen tilkobling ble endret av dette.',
  },
  newConnection: {
    title: 'Skjemaet kunne ikke leses',
    text: 'Ingenting ble lagt til av dette.',
  },
  people: {
    title: 'Personene kunne ikke leses',
    text: 'Ingen person ble endret av dette.',
  },
  connection: {
    title: 'Tilkoblingen kunne ikke leses',
    text: 'Ingenting ved tilkoblingen ble endret av dette.',
  },
  person: {
    title: 'Personen kunne ikke leses',
    text: 'Ingenting ved personen ble endret av dette.',
  },
  rules: {
    title: 'Reglene kunne ikke leses',
    text: 'De er lagret og er som de var. Prøv igjen om litt.',
  },
  business: {
    title: 'Innstillingene for bedriften kunne ikke leses',
    text: 'Ingen av dem ble endret av dette.',
  },
  account: {
    title: 'Kontoen din kunne ikke leses',
    text: 'Ingenting ved den ble endret av dette.',
  },
}

export const statusDetails: Catalogue<'statusDetails'> = {
  no_connection: 'Det var ingen forbindelse til leverandøren ({code}).',
  too_late: 'Det tok for lang tid å begynne, så ingenting ble sendt.',
  no_answer_in_time: 'Leverandøren svarte ikke i tide.',
  answer_too_large: 'Svaret fra leverandøren var for stort til å leses.',
  connection_broke: 'Forbindelsen ble brutt før hele svaret var kommet ({code}).',
  no_access:
    'Leverandøren ga ingen tilgang: {problem, select, not_found {den kjenner ikke betalingen} unauthorized {den godtok ikke tilgangen vår} malformed {svaret kunne ikke leses} throttled {den tillater bare så mange oppslag i minuttet} other {den svarte ikke}}.',
  nothing_to_move: 'Et beløp på ingenting kan ikke flyttes.',
  slow_down: 'Leverandøren ba oss om å vente litt og gjorde ingenting.',
  busy: 'En annen forespørsel endrer denne betalingen, så ingenting ble gjort.',
  no_provider_id: 'Betalingen har ingen id hos leverandøren.',
  not_looked_first:
    'Betalingen kunne ikke leses først: {problem, select, not_found {den kjenner ikke betalingen} unauthorized {den godtok ikke tilgangen vår} malformed {svaret kunne ikke leses} throttled {den tillater bare så mange oppslag i minuttet} other {den svarte ikke}}.',
  entity_not_known: 'Det er ikke kjent hvilken enhet betalingen hører til.',
  in_other_currency: 'Betalingen er i {currency}.',
  two_decimals_only: 'Leverandøren tar bare to desimaler, så dette beløpet kan ikke sendes.',
  capture_not_found_now:
    'Hvilket trekk som skal refunderes, kunne ikke slås opp nå. Prøv igjen om et minutt.',
  stored_card_not_found_now: 'Det lagrede kortet kunne ikke slås opp nå. Prøv igjen om et minutt.',
  no_stored_card: 'Leverandøren har ikke lagret noe kort for denne betalingen.',
  no_change_possible: 'Denne leverandøren kan ikke endre en reservasjon.',
  rest_not_voidable:
    'Etter et trekk kan denne kontoen ikke annullere resten. Den faller bort av seg selv.',
  less_is_held: 'Det er reservert mindre enn det hos leverandøren. Se på de nye tallene.',
  whole_voids_only: 'Denne kontoen kan bare annullere alt som er reservert.',
  several_captures:
    'Denne betalingen ble trukket i flere deler, og hver refusjon kan bare ta fra én. Den største har {largest} igjen.',
  less_to_refund: 'Leverandøren har mindre igjen å refundere enn det.',
  accepted_for_later: 'Leverandøren har tatt imot og melder resultatet senere.',
  done_but_unseen:
    'Leverandøren har gjort det. De nye tallene kommer så snart vi får lese betalingen.',
  http_status: 'Leverandøren svarte HTTP {status}, som ikke sier hva som skjedde.',
  figures_contradict: 'Tallene i svaret fra leverandøren motsier hverandre.',
  unreadable_answer: 'Svaret fra leverandøren kunne ikke leses ({detail}).',
  other_payment: 'Leverandøren svarte om en annen betaling.',
  other_currency: 'Leverandøren svarte i en annen valuta.',
  other_amount: 'Leverandøren melder et annet beløp enn det som ble bedt om.',
  other_total: 'Leverandøren melder en annen sum enn den som ble bedt om.',
  other_kind: 'Leverandøren melder en annen type operasjon enn den som ble bedt om.',
  other_reference: 'Leverandøren svarte med en annen referanse.',
  no_new_id: 'Leverandøren svarte uten en egen id for dette.',
  reported_twice: 'Leverandøren melder denne operasjonen mer enn én gang.',
  not_shown: 'Svaret fra leverandøren viser ikke det som ble bedt om.',
  not_in_history: 'Det ble tatt imot, men betalingens historikk viser det ikke ennå.',
  not_read_back:
    'Det ble tatt imot, men betalingen kunne ikke leses etterpå: {problem, select, not_found {den kjenner ikke betalingen} unauthorized {den godtok ikke tilgangen vår} malformed {svaret kunne ikke leses} throttled {den tillater bare så mange oppslag i minuttet} other {den svarte ikke}}.',
  partly_done: 'Leverandøren melder bare en del av det som utført.',
  less_released: 'Leverandøren melder at mindre er frigitt enn det som ble bedt om.',
  no_clear_result: 'Leverandøren sier ikke hva som skjedde ({code}).',
  refused_but_shown: 'Leverandøren avviste det, men viser det som underveis eller utført.',
  refused_with_change:
    'Leverandøren avviste det: «{said}» Utenfor Paydesk {kind, select, capture {ble {sum} belastet} refund {ble {sum} refundert} void {ble det som var holdt, frigitt} other {ble betalingen endret}}{by, select, none {} other { av {by}}}.',
  refused_or_done:
    'Leverandøren avviste det: «{said}» Men den viser {kind, select, capture {en belastning på {sum}} refund {en refusjon på {sum}} void {en frigivelse} other {en endring}}{by, select, none {} other { av {by}}} gjort siden, og ingenting forteller om det var denne operasjonen eller en annens.',
  never_sent: 'Det ble aldri sendt. Ingen penger ble flyttet.',
  sender_alive: 'Serveren som sender den, kan fortsatt være i arbeid med den.',
  sender_stopped: 'Paydesk stoppet før et svar ble skrevet ned.',
  not_readable:
    'Leverandøren kunne ikke leses: {problem, select, not_found {den kjenner ikke betalingen} unauthorized {den godtok ikke tilgangen vår} unusable {tilkoblingen kan ikke brukes slik den er satt opp} malformed {svaret kunne ikke leses} throttled {den tillater bare så mange oppslag i minuttet} other {den svarte ikke}}.',
  still_working: 'Leverandøren arbeider fortsatt med det.',
  history_lags: 'Historikken hos leverandøren viser ikke alt ennå.',
  no_result_yet: 'Leverandøren har ikke meldt noe resultat ennå.',
  changed_unexplained:
    'Betalingen er endret hos leverandøren, og ingenting forteller om det var denne operasjonen.',
  ours_or_anothers:
    'Det kom ikke noe klart svar. Leverandøren viser {kind, select, capture {en belastning på {sum}} refund {en refusjon på {sum}} void {en frigivelse} other {en endring}}{by, select, none {} other { av {by}}} gjort siden, og ingenting forteller om det var denne operasjonen eller en annens.',
  lost_beside_change:
    'Det kom ikke noe klart svar, og ingenting hos leverandøren viser denne operasjonen. Utenfor Paydesk {kind, select, capture {ble {sum} belastet} refund {ble {sum} refundert} void {ble det som var holdt, frigitt} other {ble betalingen endret}}{by, select, none {} other { av {by}}}.',
  vanished:
    'Leverandøren hadde tatt det imot, men viser det ikke lenger. Ingen penger ble flyttet: det ble ikke utført.',
  never_told: 'Denne leverandøren rapporterer aldri slike operasjoner, så ingenting beviser det.',
  not_told: 'Leverandøren rapporterer ikke slike operasjoner.',
  no_trace: 'Leverandøren viser det ikke, selv nå. Ingen penger ble flyttet.',
  no_trace_so_far: 'Leverandøren har ikke vist det så langt.',
  decided_by_people: 'Avgjort av mennesker: «{reason}»',
}
