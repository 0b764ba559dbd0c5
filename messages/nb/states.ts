import type { Catalogue } from '../catalogue'

export const states: Catalogue<'states'> = {
  intended: 'Starter',
  sending: 'Sendes',
  pending: 'Underveis',
  unknown: 'Undersøkes',
  needs_review: 'Til vurdering',
  succeeded: 'Utført',
  refused: 'Avvist',
  not_sent: 'Ikke utført',
  abandoned: 'Ikke startet',
}
