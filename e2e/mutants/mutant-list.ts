import { ACCESS } from './changes/access'
import { ARRIVALS } from './changes/arrivals'
import { ATTRIBUTION } from './changes/attribution'
import { BAMBORA } from './changes/bambora'
import { DIALOGS } from './changes/dialogs'
import { DINTERO_READS } from './changes/dintero-reads'
import { DINTERO_SENDS } from './changes/dintero-sends'
import { FIGURES } from './changes/figures'
import { INTENT } from './changes/intent'
import { LINES_AND_ORDERS } from './changes/lines-and-orders'
import { OPPWA } from './changes/oppwa'
import { OUTCOME } from './changes/outcome'
import { PAYMENTS } from './changes/payments'
import { PEOPLE } from './changes/people'
import { READS_AND_PLANS } from './changes/reads-and-plans'
import { REPAIR } from './changes/repair'
import { REVIEW_AND_CLAIM } from './changes/review-and-claim'
import { RULES } from './changes/rules'
import { RUNNER } from './changes/runner'
import { SCREENS } from './changes/screens'
import { TEXTS } from './changes/texts'
import { TRANSPORT } from './changes/transport'
import { WEBHOOKS_AND_SIGN_IN } from './changes/webhooks-and-sign-in'
import { placedMutants } from './mutant'

/** Every change that `npm run mutants` makes, one at a time. */
export const MUTANTS = placedMutants([
  ...INTENT,
  ...OUTCOME,
  ...REVIEW_AND_CLAIM,
  ...ARRIVALS,
  ...PAYMENTS,
  ...PEOPLE,
  ...ACCESS,
  ...ATTRIBUTION,
  ...LINES_AND_ORDERS,
  ...RULES,
  ...FIGURES,
  ...RUNNER,
  ...REPAIR,
  ...DINTERO_READS,
  ...DINTERO_SENDS,
  ...TRANSPORT,
  ...OPPWA,
  ...BAMBORA,
  ...DIALOGS,
  ...SCREENS,
  ...TEXTS,
  ...READS_AND_PLANS,
  ...WEBHOOKS_AND_SIGN_IN,
])
