import type { Catalogue } from '../en'

const THE_OPERATION =
  '{kind, select, capture {trekket på {sum}} refund {refusjonen på {sum}} void {annulleringen av {sum}} update_authorization {endringen av ordren til {sum}} charge_again {den nye belastningen på {sum}} pay_out {utbetalingen av {sum}} confirm_receipt {bekreftelsen av overføringen på {sum}} other {forlengelsen av fristen for {sum}}}'
const THIS_OPERATION =
  '{kind, select, capture {dette trekket på {sum}} refund {denne refusjonen på {sum}} void {denne annulleringen av {sum}} update_authorization {denne endringen av ordren til {sum}} charge_again {denne nye belastningen på {sum}} pay_out {denne utbetalingen av {sum}} confirm_receipt {denne bekreftelsen av en overføring på {sum}} other {denne forlengelsen av fristen for {sum}}}'
const THE_OPERATION_FIRST =
  '{kind, select, capture {Trekket på {sum}} refund {Refusjonen på {sum}} void {Annulleringen av {sum}} update_authorization {Endringen av ordren til {sum}} charge_again {Den nye belastningen på {sum}} pay_out {Utbetalingen av {sum}} confirm_receipt {Bekreftelsen av overføringen på {sum}} other {Forlengelsen av fristen for {sum}}}'

export const operationCard: Catalogue<'operationCard'> = {
  intended: {
    title: `Starter ${THE_OPERATION}`,
    money: '{actor} ba om dette {age}.',
    next: 'Det sendes straks. Ingenting annet kan gjøres med denne betalingen imens.',
  },
  sending: {
    title: 'Venter på svar fra {provider}',
    money: `{actor} sendte ${THIS_OPERATION} {age}.`,
    next: 'Ingenting annet kan gjøres med denne betalingen før svaret er her.',
  },
  pending: {
    title: `${THE_OPERATION_FIRST} er underveis`,
    money: '{provider} har godtatt det og fullfører det senere. {actor} ba om dette {age}.',
    next: 'Det avsluttes når {provider} melder resultatet. Til da kan ingenting annet trekkes, refunderes eller annulleres her.',
  },
  unknown: {
    title:
      'Vi vet ikke ennå om {kind, select, capture {{sum} ble trukket} refund {{sum} ble refundert} void {{sum} ble frigitt} update_authorization {ordren ble endret til {sum}} charge_again {{sum} til ble belastet} pay_out {{sum} ble betalt ut} confirm_receipt {overføringen på {sum} ble bekreftet} other {{sum} er reservert lenger}}',
    money:
      'Forespørselen ble sendt, men det kom ikke noe klart svar. Den sendes ikke på nytt: vi sjekker hos {provider} til vi vet det.',
    next: 'Til da kan ingenting annet trekkes, refunderes eller annulleres på denne betalingen, verken her eller av en kollega.',
  },
  needs_review: {
    title: `${THE_OPERATION_FIRST} trenger et menneske`,
    money:
      'Det lot seg ikke bevise hva som skjedde ved å lese hos {provider}, så pengene kan ha blitt flyttet.',
    next: 'Sammenlign med siden for denne betalingen hos {provider}. Ingenting annet kan gjøres her før noen har avgjort det.',
  },
  succeeded: {
    title:
      '{kind, select, capture {{sum} trukket} refund {{sum} refundert} void {{sum} frigitt} update_authorization {Ordren er nå på {sum}} charge_again {{sum} til belastet} pay_out {{sum} betalt ut} confirm_receipt {Overføring på {sum} bekreftet} other {{sum} er reservert lenger}}',
    money: '{provider} har bekreftet det. {actor} ba om dette {age}.',
  },
  refused: {
    title: `{provider} avviste ${THE_OPERATION}`,
    money:
      'Ifølge svaret {kind, select, update_authorization {ble ingen penger flyttet, og den gamle ordren og den gamle reservasjonen står. Tilby en mindre vare, eller la det være som det er.} extend_authorization {ble ingen penger flyttet, og reservasjonen utløper når den ellers ville ha gjort det.} other {ble ingen penger flyttet.}} Siden viser betalingen slik den sist ble lest.',
  },
  not_sent: {
    title: `{provider} utførte ikke ${THE_OPERATION}`,
    money: 'Ingen penger ble flyttet.',
    next: 'Ingenting er låst. Se på årsaken før du prøver igjen.',
  },
  abandoned: {
    title: `${THE_OPERATION_FIRST} ble ikke startet`,
    money: 'Ingenting ble sendt, og ingen penger ble flyttet.',
    next: 'Du kan trygt prøve igjen.',
  },
  decided: {
    title: `Avgjort av mennesker: ${THE_OPERATION} {verdict, select, succeeded {skjedde} refused {ble avvist} other {nådde aldri {provider}}}`,
    money:
      '{verdict, select, succeeded {{provider} beviste det ikke, og tallene følger {provider}.} other {Etter det de vet, ble ingen penger flyttet. {provider} beviste det ikke, og tallene følger {provider}.}} {actor} ba om dette {age}.',
    next: 'Se på tallene før du prøver igjen.',
  },
  advice: {
    do_not_retry:
      'Leverandøren ba om at det samme ikke prøves igjen. Bare et annet beløp kan sendes i dag; rett opp årsaken først, eller avtal en annen løsning med kunden.',
    at_once: 'Du kan prøve igjen med en gang.',
    now: 'Du kan prøve igjen nå.',
    after: 'Prøv igjen etter {at}.',
    later: 'Prøv igjen senere; det ble ikke oppgitt noe tidspunkt.',
    not_said: 'Se på årsaken før du prøver igjen.',
  },
  adviceFor: {
    account_lacks_right: 'Få leverandøren til å gi kontoen denne retten, og prøv igjen.',
    amount_exceeds_remaining: 'Se på tallene hos leverandøren, og be om mindre.',
    authorization_expired: 'Avtal en ny betaling med kunden.',
    credentials_rejected: 'Få fornyet tilgangen til denne tilkoblingen, og prøv igjen.',
    items_do_not_fit: 'Sammenlign linjene med ordren hos leverandøren.',
    state_forbids: 'Se på betalingen hos leverandøren før noe annet.',
    update_conflict: 'Se på betalingen hos leverandøren før noe annet.',
  },
  linesUnseen:
    'Ingen ordrelinjer ble sendt: {provider} viser dem ikke før et trekk. Var det linjene som manglet, trekk denne fakturaen i portalen til {provider}.',
  tryAgain: 'Endre og prøv igjen',
  pageErrors: {
    unreachable: 'Paydesk kan ikke nås akkurat nå, så dette viser det som sist var kjent.',
    signed_out:
      'Økten din er avsluttet. Logg inn på nytt for å se hvordan det gikk; det følges opp uansett.',
  },
  checks: {
    decide: 'Avgjør hva som skjedde',
    requestedBy: 'Bedt om av',
    requested: '{actor}, {at}',
    sentTo: 'Sendt til {provider}',
    checkedWith: 'Sjekket hos {provider}',
    notChecked: 'ikke ennå',
    checked: '{count, plural, one {én gang} other {# ganger}}, {age}',
    found: 'Funnet',
    nextCheck: 'Neste sjekk',
    nextIn: 'om {countdown}',
    nextNow: 'nå',
    elsewhere: 'Andre steder',
    openIn: 'Åpne hos {provider}',
    newTab: '(ny fane)',
  },
}

export const check: Catalogue<'check'> = {
  action: 'Sjekk nå',
  checking: 'Sjekker …',
  checkingWith: 'Sjekker hos {provider}',
  checked: 'Sjekket akkurat nå. {found}',
  nothingNew: 'Sjekket akkurat nå. Ingenting nytt ble funnet.',
  spared: 'Vi sjekket hos {provider} for et øyeblikk siden. Neste sjekk er mulig om {duration}.',
}
