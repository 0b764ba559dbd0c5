import type { Catalogue } from '../en'

export const denialReasons: Catalogue<'denialReasons'> = {
  connection_disabled:
    'Tilkoblingen til denne betalingen er slått av, så ingenting nytt startes. En administrator kan slå den på under Innstillinger → Tilkoblinger.',
  connection_closed:
    'Tilkoblingen til denne betalingen er fjernet for godt. Det som gjenstår, gjøres i leverandørens egen portal.',
  not_paid_yet: 'Kunden har ikke fullført betalingen, så ingenting er reservert ennå.',
  on_hold: 'Betalingsmåten vurderer fortsatt denne betalingen. Vent til den er reservert.',
  declined: 'Kunden avslo, så ingenting ble reservert.',
  failed: 'Betalingen mislyktes, så ingenting ble reservert.',
  status_unknown:
    'Leverandøren sier ikke hva som ble av denne betalingen. Ingenting kan gjøres før den gjør det.',
  figures_contradict:
    'Leverandørens tall for denne betalingen motsier hverandre. Ingenting kan gjøres her før de stemmer.',
  operation_open: 'En annen operasjon på denne betalingen er ikke ferdig ennå.',
  nothing_held: 'Alt som ble reservert, er allerede trukket eller frigitt.',
  voided: 'Reservasjonen er annullert: ingenting er reservert lenger.',
  nothing_captured: 'Ingenting er trukket ennå, så det er ingenting å gi tilbake.',
  nothing_authorized: 'Det reserverte beløpet er 0, så det er ingenting å flytte.',
  all_refunded: 'Alt som ble trukket, er allerede refundert.',
  promised_elsewhere:
    'Leverandøren har godtatt en forespørsel fra et annet sted om det som er igjen, og har ikke utført den ennå.',
  refund_unsupported:
    'Denne betalingsmåten kan ikke gi penger tilbake. Betal kunden med bankoverføring.',
  captured_cannot_void: 'Alt er trukket, så det er ingenting igjen å frigi.',
  void_rest_unsupported:
    'En del er allerede trukket, og denne betalingsmåten kan ikke frigi resten. Den faller bort av seg selv når reservasjonen utløper; det som er trukket, kan refunderes.',
  no_authorization_phase:
    'Denne betalingsmåten trekker pengene med en gang, så det er ingen reservasjon å frigi.',
  update_unsupported: 'Denne betalingsmåten lar ikke ordren endres etter at kunden har betalt.',
  update_after_capture: 'Alt er trukket: ordren kan ikke endres lenger.',
  extend_unsupported: 'Denne betalingsmåten kan ikke holde pengene reservert lenger.',
  not_offered: 'Denne operasjonen finnes ikke for denne betalingsmåten.',
  never_charged: 'Kunden er ikke belastet for denne betalingen.',
  not_charged_at_once:
    'Bare en betaling som ble belastet med en gang, uten en reservasjon først, kan belastes igjen.',
  no_stored_card:
    'Leverandøren har ikke lagret noe kort for denne betalingen, så det er ingenting å betale til.',
}

export const permissions: Catalogue<'permissions'> = {
  view_transactions: 'Rollen din, {role}, har ikke tilgang til transaksjoner. Spør {roles}.',
  check_operation: 'Rollen din, {role}, kan ikke sjekke hos leverandøren. Spør {roles}.',
  tag_payment: 'Rollen din, {role}, kan ikke sette etiketter på betalinger. Spør {roles}.',
  write_note: 'Rollen din, {role}, kan ikke skrive notater. Spør {roles}.',
  see_exchange: 'Rollen din, {role}, har ikke tilgang til forespørsler og svar. Spør {roles}.',
  manage_connections: 'Rollen din, {role}, kan ikke administrere tilkoblinger. Spør {roles}.',
  manage_rules: 'Rollen din, {role}, kan ikke sette regler. Spør {roles}.',
  manage_business: 'Rollen din, {role}, kan ikke endre innstillingene for bedriften. Spør {roles}.',
  manage_people: 'Rollen din, {role}, kan ikke administrere personer. Spør {roles}.',
  decide_review: 'Rollen din, {role}, kan ikke avgjøre dette. Spør {roles}.',
  verify_audit: 'Rollen din, {role}, kan ikke kontrollere revisjonssporet. Spør {roles}.',
  export_transactions: 'Rollen din, {role}, kan ikke eksportere lister. Spør {roles}.',
  share_views: 'Rollen din, {role}, kan ikke dele lister med alle. Spør {roles}.',
  'operate:capture': 'Rollen din, {role}, kan ikke trekke. Spør {roles}.',
  'operate:refund': 'Rollen din, {role}, kan ikke refundere. Spør {roles}.',
  'operate:void': 'Rollen din, {role}, kan ikke annullere. Spør {roles}.',
  'operate:update_authorization': 'Rollen din, {role}, kan ikke endre ordrer. Spør {roles}.',
  'operate:extend_authorization': 'Rollen din, {role}, kan ikke forlenge fristen. Spør {roles}.',
  'operate:charge_again': 'Rollen din, {role}, kan ikke belaste en kunde igjen. Spør {roles}.',
  'operate:pay_out': 'Rollen din, {role}, kan ikke betale ut til et lagret kort. Spør {roles}.',
  'operate:confirm_receipt': 'Rollen din, {role}, kan ikke bokføre penger utenfra. Spør {roles}.',
}
