import type { Catalogue } from '../catalogue'

export const openOperations: Catalogue<'openOperations'> = {
  capture: {
    intended: 'Starter trekk',
    sending: 'Sender trekk',
    pending: 'Trekk underveis',
    unknown: 'Undersøker trekk',
    needs_review: 'Vurder trekk',
  },
  refund: {
    intended: 'Starter refusjon',
    sending: 'Sender refusjon',
    pending: 'Refusjon underveis',
    unknown: 'Undersøker refusjon',
    needs_review: 'Vurder refusjon',
  },
  void: {
    intended: 'Starter annullering',
    sending: 'Sender annullering',
    pending: 'Annullering underveis',
    unknown: 'Undersøker annullering',
    needs_review: 'Vurder annullering',
  },
  update_authorization: {
    intended: 'Starter endring',
    sending: 'Sender endring',
    pending: 'Endring underveis',
    unknown: 'Undersøker endring',
    needs_review: 'Vurder endring',
  },
  extend_authorization: {
    intended: 'Starter forlengelse',
    sending: 'Sender forlengelse',
    pending: 'Forlengelse underveis',
    unknown: 'Undersøker forlengelse',
    needs_review: 'Vurder forlengelse',
  },
  charge_again: {
    intended: 'Starter belastning',
    sending: 'Sender belastning',
    pending: 'Belastning underveis',
    unknown: 'Undersøker belastning',
    needs_review: 'Vurder belastning',
  },
  pay_out: {
    intended: 'Starter utbetaling',
    sending: 'Sender utbetaling',
    pending: 'Utbetaling underveis',
    unknown: 'Undersøker utbetaling',
    needs_review: 'Vurder utbetaling',
  },
  confirm_receipt: {
    intended: 'Bekrefter overføring',
    sending: 'Bekrefter overføring',
    pending: 'Overføring underveis',
    unknown: 'Undersøker overføring',
    needs_review: 'Vurder overføring',
  },
}
