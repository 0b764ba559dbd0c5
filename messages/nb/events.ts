import type { Catalogue } from '../catalogue'

export const events: Catalogue<'events'> = {
  kinds: {
    initiate: 'Betaling startet',
    authorize: 'Reservert',
    capture: 'Trekk',
    refund: 'Refusjon',
    void: 'Annullering',
    settle: 'Utbetalt',
  },
  states: { succeeded: 'Utført', failed: 'Feilet', pending: 'Underveis' },
}
