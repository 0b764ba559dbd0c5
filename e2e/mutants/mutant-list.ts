import { ARRIVALS } from './changes/arrivals'
import { DOMAIN } from './changes/domain'
import { INTENT } from './changes/intent'
import { OUTCOME } from './changes/outcome'
import { PEOPLE } from './changes/people'
import { PROVIDERS } from './changes/providers'
import { RUNNER } from './changes/runner'
import { SCREENS } from './changes/screens'
import { placedMutants } from './mutant'

/** Every change that `npm run mutants` makes, one at a time. */
export const MUTANTS = placedMutants([
  ...INTENT,
  ...OUTCOME,
  ...ARRIVALS,
  ...PEOPLE,
  ...RUNNER,
  ...DOMAIN,
  ...PROVIDERS,
  ...SCREENS,
])
