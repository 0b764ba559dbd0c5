import type { Catalogue } from '../catalogue'

export const statuses: Catalogue<'statuses'> = {
  initiated: 'Startet',
  on_hold: 'På vent',
  authorized: 'Reservert',
  partially_captured: 'Delvis trukket',
  captured: 'Trukket',
  partially_captured_refunded: 'Delvis trukket, refundert',
  partially_refunded: 'Delvis refundert',
  refunded: 'Refundert',
  voided: 'Annullert',
  declined: 'Avslått',
  failed: 'Feilet',
  unknown: 'Ukjent',
}
