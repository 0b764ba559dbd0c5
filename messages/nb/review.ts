import type { Catalogue } from '../en'

export const review: Catalogue<'review'> = {
  heading: 'Avgjør hva som skjedde',
  decided: 'Avgjørelse',
  task: 'Se på siden for denne betalingen hos {provider}, eller spør kundestøtten deres. Avgjørelsen din avslutter {kind, select, capture {dette trekket} refund {denne refusjonen} void {denne annulleringen} update_authorization {denne endringen av ordren} charge_again {denne belastningen} pay_out {denne utbetalingen} confirm_receipt {denne bekreftelsen av en overføring} other {denne forlengelsen av fristen}} og låser opp betalingen. Den sender ingenting; tallene følger {provider}.',
  twoPeople: '<strong>To personer må avgjøre det samme</strong>, fordi summen er over {limit}.',
  onePerson: 'Én person kan avgjøre, fordi summen ikke er over {limit}.',
  disagree: 'Avgjørelsene så langt er ulike. Snakk sammen; hver enkelt kan endre sin egen.',
  decisions: 'Avgjørelser så langt',
  you: 'Du ({person}), {at}',
  other: '{person}, {at}',
  waiting:
    '<strong>Venter på en person til.</strong> Du har avgjort. Noen andre ({roles}) må avgjøre det samme; til da forblir betalingen låst.',
  form: {
    name: 'Avgjørelse',
    question: 'Hva skjedde?',
    verdictMissing: 'Velg hva som skjedde.',
    reason: 'Hvordan vet du det?',
    reasonHint:
      'Hva du så, eller hvem du spurte. Det blir stående i historikken under navnet ditt.',
    reasonLength: '{length, number} / {most, number}',
    reasonMissing: 'Si hvordan du vet det: Det blir stående i historikken.',
    writing: 'Skriver det ned …',
    settle: 'Avslutt {sum}',
    settleAs: {
      succeeded: 'Avslutt {sum} som utført',
      refused: 'Avslutt {sum} som avvist',
      not_sent: 'Avslutt {sum} som aldri sendt',
    },
    decideOn: 'Avgjør {sum}',
    changeDecision: 'Endre avgjørelsen min om {sum}',
  },
  verdicts: {
    succeeded: {
      title: 'Det skjedde',
      meaning:
        '{kind, select, capture {{provider} viser dette trekket: {sum} ble trukket.} refund {{provider} viser denne refusjonen: {sum} ble refundert.} void {{provider} viser denne annulleringen: {sum} ble frigitt.} update_authorization {{provider} viser denne endringen av ordren: {sum} er reservert nå.} charge_again {{provider} viser denne belastningen: {sum} til ble tatt.} pay_out {{provider} viser denne utbetalingen: {sum} ble betalt.} confirm_receipt {{provider} viser denne overføringen: {sum} ble bokført.} other {{provider} viser denne forlengelsen av fristen: {sum} er reservert lenger.}}',
    },
    refused: {
      title: '{provider} avviste det',
      meaning:
        '{provider} viser at {kind, select, capture {trekket} refund {refusjonen} void {annulleringen} update_authorization {endringen av ordren} charge_again {belastningen} pay_out {utbetalingen} confirm_receipt {bekreftelsen av overføringen} other {forlengelsen av fristen}} ble avvist, eller har sagt det til deg. Ingen penger ble flyttet.',
    },
    not_sent: {
      title: 'Det nådde aldri {provider}',
      meaning:
        '{provider} viser ikke {kind, select, capture {dette trekket} refund {denne refusjonen} void {denne annulleringen} update_authorization {denne endringen av ordren} charge_again {denne belastningen} pay_out {denne utbetalingen} confirm_receipt {denne bekreftelsen av en overføring} other {denne forlengelsen av fristen}}. Ingen penger ble flyttet.',
    },
  },
  kept: 'Avgjørelsen din er tatt vare på: «{verdict}». {kind, select, capture {Trekket} refund {Refusjonen} void {Annulleringen} update_authorization {Endringen av ordren} charge_again {Belastningen} pay_out {Utbetalingen} confirm_receipt {Bekreftelsen av overføringen} other {Forlengelsen av fristen}} på {sum} venter på en person til.',
  settled:
    '{kind, select, capture {Trekket} refund {Refusjonen} void {Annulleringen} update_authorization {Endringen av ordren} charge_again {Belastningen} pay_out {Utbetalingen} confirm_receipt {Bekreftelsen av overføringen} other {Forlengelsen av fristen}} på {sum} er avgjort: «{verdict}».',
}
