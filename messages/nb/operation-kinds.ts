import type { Catalogue } from '../catalogue'

export const operationKinds: Catalogue<'operationKinds'> = {
  capture: 'Trekk',
  refund: 'Refusjon',
  void: 'Annullering',
  update_authorization: 'Endring av ordren',
  extend_authorization: 'Forlengelse av fristen',
  charge_again: 'Ny belastning',
  pay_out: 'Utbetaling',
  confirm_receipt: 'Bekreftelse av overføring',
}
