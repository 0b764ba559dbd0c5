import type { Catalogue } from '../catalogue'

export const sayings: Catalogue<'sayings'> = {
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
  never_told: 'Denne leverandøren forteller aldri om slike operasjoner, så ingenting beviser det.',
  not_told: 'Leverandøren forteller ikke om slike operasjoner.',
  no_trace: 'Leverandøren har ikke spor av det, selv nå. Ingen penger ble flyttet.',
  no_trace_so_far: 'Leverandøren viser ikke spor av det så langt.',
}
