import type { Catalogue } from '../en'

export const failures: Catalogue<'failures'> = {
  tag_no_response:
    'Det kom ikke noe svar. Trykk en gang til: en etikett settes på eller tas av bare én gang.',
  tag_malformed:
    'En etikett har opptil 40 bokstaver og tall, og mellom dem mellomrom, punktum, - eller _.',
  tag_too_many: 'Betalingen har 20 etiketter og kan ikke ha flere. Ta av en først.',
  rule_no_response: 'Det kom ikke noe svar. Trykk en gang til: det gjøres bare én gang.',
  rule_name_malformed: 'Gi regelen et navn på opptil 60 tegn.',
  rule_name_taken: 'Det finnes en regel med dette navnet. Gi denne et annet.',
  rule_times_malformed: 'Skriv et helt antall ganger, fra 1 til 50.',
  rule_hours_malformed: 'Skriv hele timer, fra 1 til 336 (to uker).',
  rule_gone: 'En kollega har fjernet denne regelen.',
  rule_too_many: 'Det finnes 20 regler, og det kan ikke være flere. Fjern en som ikke brukes.',
  rule_hold_at_longest: 'Leverandøren holder ikke disse pengene lenger: ingen regel ber om mer.',
  unworded: 'Dette lot seg ikke gjøre. Last siden på nytt for å se hvordan det står til. ({code})',
  foreign_origin: 'Denne forespørselen kom ikke fra en Paydesk-side, så ingenting ble gjort.',
  not_signed_in: 'Du er ikke lenger logget inn. Ingenting ble gjort: Logg inn på nytt.',
  no_connection: 'Ingen forbindelse: Ingenting ble sendt. Det du har fylt ut, står her fortsatt.',
  page_outdated: 'Paydesk er oppdatert siden sist. Ingenting ble gjort: Last siden på nytt.',
  invalid_input: {
    whole: 'Opplysningene er ikke gyldige.',
    field: 'Feltet {field} er ikke gyldig.',
  },
  internal:
    '{phase, select, before {Noe gikk galt før noe ble gjort. Prøv igjen om litt.} during {Noe gikk galt, og det er ikke kjent om dette fikk virkning. Last siden på nytt og se etter før du prøver igjen.} sign_in {Innloggingen virket ikke akkurat nå. Prøv igjen om litt.} sign_out {Utloggingen virket ikke akkurat nå. Prøv igjen om litt.} other {Dette kunne ikke leses akkurat nå. Prøv igjen om litt.}} (Forespørsel {requestId})',
  not_found: {
    payment: 'Betalingen finnes ikke.',
    operation: 'Operasjonen finnes ikke.',
    connection: 'Tilkoblingen finnes ikke.',
    picture: 'Bildet finnes ikke.',
    batch: 'Det finnes ingen slik bunke.',
  },
  batch_no_response:
    'Det kom ikke noe svar. Det du har fylt ut, er her fortsatt: gjør det samme igjen, så skjer ingenting to ganger.',
  batch_changed:
    'Radene i denne bunken er endret siden siden ble lest, så ingenting ble startet. Se på summene igjen.',
  batch_moved_on:
    'Denne bunken er kommet videre i mellomtiden, så ingenting ble endret. Siden leses på nytt.',
  batch_empty: 'Det er ingen rad å starte.',
  row_not_startable:
    'Denne raden kan ikke startes slik den er: rett ordrenummeret eller beløpet først.',
  file_not_text: 'Denne filen er ingen tabell i ren tekst. Lagre den som CSV, og velg den filen.',
  file_empty: 'Denne filen har ingen rader.',
  too_many_rows:
    'En bunke har høyst {most, number} rader, og dette er flere. Ingenting ble lest: del den opp.',
  file_too_large:
    'En fil har høyst {megabytes, number} MB, og denne er større. Ingenting ble lest: del den opp.',
  file_quote_open:
    'I linje {line, number} åpnes et anførselstegn som aldri lukkes, så ingenting ble lest. Rett filen der.',
  not_in_review: 'Denne operasjonen venter ikke på en avgjørelse.',
  review_no_response:
    'Svaret kom ikke tilbake. Siden er lest på nytt: Se om avgjørelsen din står på listen før du gir den en gang til.',
  note_no_response:
    'Det kom ikke noe svar. Teksten din står her fortsatt: Legg den til en gang til, så blir den ikke dobbel.',
  verify_unreachable:
    'Det kom ikke noe svar. Kontrollen endrer ingenting, så du kan trygt prøve igjen.',
  check_unreachable:
    'Fikk ikke kontakt med Paydesk. En sjekk endrer ingenting, så du kan trygt prøve igjen.',
  download_incomplete: 'Filen kom ikke helt fram, så ingen fil ble lagret. Prøv igjen.',
  broken_chain:
    'En oppføring i revisjonssporet stemmer ikke lenger, så det ble ikke laget noen fil. Kontroller på nytt for å se hvilken.',
  too_many_views: 'Du har allerede {max, number} visninger. Fjern en først.',
  view_no_response: 'Svaret kom ikke fram. Se om den er der før du prøver igjen.',
  view_gone: 'Denne visningen er allerede borte, eller tilhører noen andre.',
  email_missing: 'Skriv inn e-postadressen din.',
  password_missing: 'Skriv inn passordet ditt.',
  local_passwords_off: 'Passord og tilgangsnøkler er slått av her. Logg inn med knappen ovenfor.',
  local_ways_off:
    'Passord er slått av her, så en lenke ville ikke slippe noen inn. Folk kommer inn med felles innlogging.',
  signs_in_by_provider:
    'Denne personen logger inn med felles innlogging og har ikke passord her. Et glemt passord byttes der.',
  emergency_admin:
    'Dette er nødadministratoren, den eneste som fortsatt kan logge inn med passord. En annen må først velges på serveren.',
  wrong_credentials: 'E-postadressen eller passordet er feil.',
  too_many_tries:
    'For mange mislykkede innlogginger. Prøv igjen om {minutes, plural, one {ett minutt} other {# minutter}}, eller bruk en nettleser du har logget inn i før.',
  sign_in_over: 'Denne innloggingen har tatt for lang tid. Logg inn på nytt med passordet ditt.',
  codes_used_up: 'For mange koder var feil. Logg inn på nytt med passordet ditt.',
  code_malformed:
    'Skriv inn de seks sifrene som appen viser, eller en av gjenopprettingskodene dine slik den står.',
  code_wrong:
    'Denne koden er feil, eller den er allerede brukt. Vent på den neste. Blir den også avvist, så sjekk klokken på telefonen: Den må stilles automatisk.',
  too_many_codes:
    'For mange feil koder. Prøv igjen om {minutes, plural, one {ett minutt} other {# minutter}}.',
  second_factor_required:
    'Rollen din krever en ekstra faktor, så ingenting ble gjort. Last siden på nytt for å sette den opp.',
  step_up_required:
    'Dette krever en ekstra faktor som du har vist de siste fem minuttene, så ingenting ble gjort.',
  second_factor_on: 'En ekstra faktor er allerede satt opp. Last siden på nytt.',
  second_factor_off: 'Det er ikke lenger satt opp noen ekstra faktor. Last siden på nytt.',
  second_factor_needed: 'Rollen din krever en ekstra faktor, så den forblir på.',
  set_up_over:
    'Dette har tatt for lang tid, eller ble startet på nytt et annet sted. Begynn på nytt.',
  email_malformed: 'Det er ingen e-postadresse.',
  email_taken: 'Det finnes allerede en person med denne e-postadressen.',
  name_malformed:
    'Skriv et navn med bokstaver, på én linje, med høyst {most, number} tegn, ingen av dem usynlige.',
  role_unknown: 'Det finnes ingen slik rolle.',
  role_above_own: 'Den rollen kan gjøre ting som din ikke kan. Spør en som kan det.',
  scope_empty: 'Velg minst én tilkobling.',
  scope_above_own: 'Du ser ikke alle disse tilkoblingene selv. Spør en som gjør det.',
  person_above_own:
    'Denne personen ser tilkoblinger som du ikke ser. Spør en administrator som ser alle.',
  connection_unknown: 'En av disse tilkoblingene finnes ikke lenger. Last siden på nytt.',
  import_running: 'Importen av denne tilkoblingen er alt i gang.',
  needs_all_connections:
    'Revisjonssporet gjelder alle tilkoblinger, og du ser bare noen av dem. Spør en administrator som ser alle.',
  own_account:
    'Ingen endrer sin egen rolle, tilkoblinger eller tilgang her. Spør en annen administrator.',
  password_wrong: 'Det nåværende passordet er feil.',
  password_too_short: 'Passordet må ha minst {least, number} tegn.',
  password_too_long: 'Passordet kan ha høyst {most, number} tegn.',
  password_malformed: 'Passordet må være én tekstlinje.',
  password_common: 'Dette passordet er blant de første angripere prøver. Velg et annet.',
  password_personal:
    'Dette passordet er mest et navn, en e-postadresse eller et ord fra dette produktet. Legg til mer av ditt eget, eller velg et annet.',
  address_malformed: 'Det er ingen nettverksadresse.',
  unknown_person: 'Denne personen finnes ikke lenger.',
  person_disabled: 'Personen er sperret. Opphev sperren først.',
  last_admin:
    'Dette er den siste administratoren for alle tilkoblinger som kan logge inn. Gjør en annen person til det først.',
  actor_changed:
    'Din egen rolle eller dine tilkoblinger er endret i mellomtiden, så ingenting ble gjort. Last siden på nytt.',
  too_often:
    'Du har gjort dette svært mange ganger nå nettopp. Du kan gjøre det igjen om {minutes, plural, one {ett minutt} other {# minutter}}.',
  too_many_passwords:
    'For mange feil passord. Prøv igjen om {minutes, plural, one {ett minutt} other {# minutter}}.',
  link_unusable:
    'Denne lenken virker ikke lenger. Har du nettopp valgt et passord, logger du inn med det; ellers ber du om en ny lenke.',
  session_gone: 'Den nettleseren er allerede logget ut.',
  passkey_refused: {
    cancelled:
      'Enheten din ga ingen tilgangsnøkkel: det ble avbrutt, tok for lang tid, eller den har ingen. Ingenting ble gjort. Du kan prøve igjen.',
    already_here: 'Denne enheten har allerede en tilgangsnøkkel for deg: logg inn med den.',
    no_device:
      'Nettleseren fant ingen enhet som lager tilgangsnøkler og sjekker at det er deg. Sett opp skjermlås eller PIN-kode, eller bruk en annen enhet.',
    unavailable:
      'Tilgangsnøkler trenger en adresse med navn, og denne Paydesk åpnes på en ren nettverksadresse. Logg inn med passordet ditt.',
    expired: 'Det tok for lang tid, eller var allerede besvart. Ingenting ble gjort. Prøv igjen.',
    unreadable: 'Svaret fra enheten din kunne ikke leses. Ingenting ble gjort. Prøv igjen.',
    wrong_site:
      'Enheten din svarte for en annen adresse enn denne. Åpne Paydesk på sin egen adresse og prøv igjen.',
    unverified:
      'Enheten din sjekket ikke at det er deg. Sett opp skjermlås, fingeravtrykk eller PIN-kode og prøv igjen.',
    unknown:
      'Paydesk godtar ikke denne tilgangsnøkkelen, eller ikke lenger. Logg inn med passordet ditt, eller spør en administrator.',
    counter:
      'Denne tilgangsnøkkelen kan være kopiert til en annen enhet, så den ble ikke godtatt. Logg inn med passordet ditt, fjern tilgangsnøkkelen, og si fra til en administrator.',
    disabled: 'Kontoen din er sperret. Spør en administrator.',
    overtaken: 'Tilgangen din ble endret akkurat nå. Prøv igjen.',
    too_many: 'Du har så mange tilgangsnøkler som Paydesk tar vare på. Fjern en først.',
    gone: 'Denne tilgangsnøkkelen er allerede fjernet, eller passordet ditt er nettopp endret. Last siden på nytt.',
  },
  time_zone_unknown:
    'Tidssonen finnes ikke. Velg en fra listen, for eksempel Europe/Oslo, eller la feltet stå tomt.',
  people_no_response: 'Det kom ikke noe svar. Se hvordan det står til før du prøver igjen.',
}

export const operationFailures: Catalogue<'operationFailures'> = {
  session_ended:
    'Økten din er avsluttet, så vi kan ikke se hvordan dette gikk. Logg inn på nytt, så viser denne siden det.',
  not_started_yet:
    'Ingenting er startet så langt. Du kan sende på nytt: Det er fortsatt den samme forespørselen, og den utføres aldri to ganger.',
  rest_no_response: 'Det kom ikke noe svar. Trykk en gang til: det lagres bare én gang.',
  nothing_started: 'Forespørselen kom ikke fram: ingenting ble startet. Du kan prøve igjen.',
  database_refused:
    'Ingenting ble startet: Paydesk har et problem. Det du har fylt ut, er beholdt. Prøv igjen om litt, og si fra til en administrator hvis det fortsetter.',

  stale_page:
    'Betalingen er endret siden denne siden ble lastet. Ingenting ble sendt. Se på de nye tallene og prøv igjen.',
  operation_id_reused: 'Denne forespørselen er allerede brukt til noe annet.',
  connection_disabled:
    'Tilkoblingen «{connection}» er slått av, så ingenting ble importert. Slå den på først.',
  connection_unusable:
    'Tilkoblingen «{connection}» kan ikke brukes slik den er satt opp, så ingenting ble sendt. En administrator må rette den.',
  provider_not_asked:
    'Tilkoblingen «{connection}» kan ikke brukes slik den er satt opp, så leverandøren ble ikke spurt. En administrator må rette den.',
  wrong_currency: 'Denne betalingen er i {currency}.',
  amount_not_positive: 'Beløpet må være større enn null.',
  amount_exceeds_left:
    'Det er mer enn det som er igjen. Ingenting ble sendt; se på de nye tallene.',
  refund_exceeds_charge:
    'Hver refusjon tar av ett trekk, og det største var på {largest}. Refunder i flere omganger.',
  amount_too_large: 'Det er mer enn det som kan reserveres.',
  provider_advice: {
    do_not_retry:
      'Leverandøren ba om at det samme ikke prøves igjen. Bare et annet beløp kan sendes i dag; rett opp årsaken først, eller avtal en annen løsning med kunden.',
    after: 'Leverandøren ba om å vente. Prøv igjen etter {at}.',
    later: 'Leverandøren ba om å vente før neste forsøk. Prøv igjen om noen minutter.',
  },

  operation_open: {
    capture:
      '{actor} sendte dette trekket på {sum} {age}. Ingenting ble sendt for deg; siden viser hvordan det går.',
    refund:
      '{actor} sendte denne refusjonen på {sum} {age}. Ingenting ble sendt for deg; siden viser hvordan det går.',
    void: '{actor} sendte denne annulleringen av {sum} {age}. Ingenting ble sendt for deg; siden viser hvordan det går.',
    update_authorization:
      '{actor} sendte denne endringen av ordren til {sum} {age}. Ingenting ble sendt for deg; siden viser hvordan det går.',
    extend_authorization:
      '{actor} sendte denne forlengelsen av fristen for {sum} {age}. Ingenting ble sendt for deg; siden viser hvordan det går.',
    charge_again:
      '{actor} sendte denne nye belastningen på {sum} {age}. Ingenting ble sendt for deg; siden viser hvordan det går.',
    pay_out:
      '{actor} sendte denne utbetalingen av {sum} {age}. Ingenting ble sendt for deg; siden viser hvordan det går.',
    confirm_receipt:
      '{actor} sendte denne bekreftelsen av en overføring på {sum} {age}. Ingenting ble sendt for deg; siden viser hvordan det går.',
  },

  lines_required: 'Denne betalingsmåten krever ordrelinjer. Velg linjer i stedet for et beløp.',
  lines_required_unknown:
    'Denne betalingsmåten krever ordrelinjer, og linjene i denne ordren er ikke kjent.',
  lines_unknown: 'Ingen kan si hva som er igjen av hver linje. Bruk et beløp i stedet.',
  lines_differ_from_amount: 'Linjene stemmer ikke med beløpet. Ingenting ble sendt.',
  whole_capture_only:
    'Denne betalingsmåten kan bare trekkes i sin helhet herfra; deler går gjennom dens egen portal.',
  whole_lines_only: 'Denne betalingsmåten tar bare hele linjer, slik de ble bestilt.',
  whole_pieces_only: 'Denne ordren er i hele stykker, så bare hele stykker er mulig.',
  unknown_line: 'Ordren har ingen slik linje.',
  repeated_line: '{description} er valgt to ganger.',
  quantity_invalid: 'Antallet for {description} er ikke et tall.',
  quantity_exceeds_left: 'Det er mindre enn det igjen av {description}.',
  line_amount_exceeds_left: 'Det er mindre enn det igjen av {description}.',
  nothing_picked: 'Ingenting av {description} er valgt.',

  order_differs_from_hold:
    'Ordrelinjene stemmer ikke med det reserverte beløpet, så ordren kan ikke endres her.',
  below_captured: 'Ordren kan ikke bli mindre enn det som er trukket.',
  nothing_changed: 'Ingenting er lagt til eller endret ennå.',
  too_many_lines: 'En ordre kan ha høyst {max, number} linjer.',
  line_indivisible: '{description} kan ikke endres.',
  quantity_below_captured: 'En del av {description} er allerede trukket og må bli stående.',
  quantity_unreadable: 'Et nytt antall kan ikke leses.',
  item_incomplete: 'En ny ordrelinje er ikke fullstendig.',
  item_without_description: 'Den nye linjen trenger en beskrivelse.',
  item_description_too_long: 'Beskrivelsen kan ha høyst {max, number} tegn.',
  item_quantity_invalid: 'Antallet må være større enn null.',
  item_price_invalid: 'Prisen må være større enn null.',
  item_vat_invalid: 'Mva-satsen må ligge mellom 0 og 100 %.',
  item_amount_too_large: 'Beløpet er for stort.',
}
