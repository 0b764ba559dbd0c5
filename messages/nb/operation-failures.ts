import type { Catalogue } from '../catalogue'

export const operationFailures: Catalogue<'operationFailures'> = {
  session_ended:
    'Økten din er avsluttet, så vi kan ikke se hvordan dette gikk. Logg inn på nytt, så viser denne siden det.',
  nothing_started: 'Forespørselen kom ikke fram: ingenting ble startet. Du kan prøve igjen.',
  database_refused:
    'Ingenting ble startet: Paydesk har et problem. Det du har fylt ut, er beholdt. Prøv igjen om litt, og si fra til en administrator hvis det fortsetter.',

  stale_page:
    'Betalingen er endret siden denne siden ble lastet. Ingenting ble sendt. Se på de nye tallene og prøv igjen.',
  operation_id_reused: 'Denne forespørselen er allerede brukt til noe annet.',
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
