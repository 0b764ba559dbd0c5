import type { Catalogue } from '../catalogue'

export const check: Catalogue<'check'> = {
  action: 'Sjekk nå',
  looking: 'Sjekker …',
  lookingAt: 'Sjekker hos {provider}',
  looked: 'Sjekket akkurat nå. {found}',
  nothingNew: 'Sjekket akkurat nå. Ingenting nytt ble funnet.',
  spared: 'Vi sjekket hos {provider} for et øyeblikk siden. Vent litt før neste sjekk.',
}
