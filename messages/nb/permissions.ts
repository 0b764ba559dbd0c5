import type { Catalogue } from '../catalogue'

export const permissions: Catalogue<'permissions'> = {
  view_transactions: 'Rollen din, {role}, har ikke tilgang til transaksjoner. Spør {roles}.',
  check_operation: 'Rollen din, {role}, kan ikke sjekke hos leverandøren. Spør {roles}.',
  write_note: 'Rollen din, {role}, kan ikke skrive notater. Spør {roles}.',
  see_exchange: 'Rollen din, {role}, har ikke tilgang til forespørsler og svar. Spør {roles}.',
  manage_connections: 'Rollen din, {role}, kan ikke administrere tilkoblinger. Spør {roles}.',
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
  'operate:confirm_receipt':
    'Rollen din, {role}, kan ikke bokføre penger som kom utenfra. Spør {roles}.',
}
