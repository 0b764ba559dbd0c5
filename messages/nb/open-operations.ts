import type { Catalogue } from '../catalogue'

export const openOperations: Catalogue<'openOperations'> = {
  intended:
    'Starter {kind, select, capture {trekk} refund {refusjon} void {annullering} update_authorization {endring} other {forlengelse}}',
  sending:
    'Sender {kind, select, capture {trekk} refund {refusjon} void {annullering} update_authorization {endring} other {forlengelse}}',
  pending:
    '{kind, select, capture {Trekk} refund {Refusjon} void {Annullering} update_authorization {Endring} other {Forlengelse}} underveis',
  unknown:
    'Undersøker {kind, select, capture {trekk} refund {refusjon} void {annullering} update_authorization {endring} other {forlengelse}}',
  needs_review:
    'Vurder {kind, select, capture {trekk} refund {refusjon} void {annullering} update_authorization {endring} other {forlengelse}}',
}
