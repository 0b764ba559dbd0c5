import { BATCHES } from './changes/batches'
import { ACCESS } from './changes/access'
import { ADDING_CONNECTIONS } from './changes/adding-connections'
import { ARRIVALS } from './changes/screens/arrivals'
import { ATTRIBUTION } from './changes/attribution'
import { BAMBORA } from './changes/providers/bambora'
import { CONNECTIONS } from './changes/connections'
import { DEAD_SENDS_AND_WAITS } from './changes/dead-sends-and-waits'
import { DIALOGS } from './changes/screens/dialogs'
import { DINTERO_READS } from './changes/providers/dintero-reads'
import { DINTERO_SENDS } from './changes/providers/dintero-sends'
import { FIGURES } from './changes/screens/figures'
import { HEALTH } from './changes/health'
import { INTENT } from './changes/intent'
import { INVITATIONS } from './changes/invitations'
import { KEYS } from './changes/keys'
import { LINES_AND_ORDERS } from './changes/lines-and-orders'
import { LISTED_PAYMENTS } from './changes/providers/listed-payments'
import { MERCHANT_ACCOUNTS } from './changes/merchant-accounts'
import { OPPWA } from './changes/providers/oppwa'
import { OUTCOME } from './changes/outcome'
import { OWNER_FUNCTIONS } from './changes/owner-functions'
import { OWN_SETTINGS_AND_MAIL } from './changes/own-settings-and-mail'
import { PAGES } from './changes/screens/pages'
import { NOTICES } from './changes/notices'
import { PASSKEYS } from './changes/passkeys'
import { PAYMENTS } from './changes/payments'
import { PEOPLE } from './changes/people'
import { READS_AND_PLANS } from './changes/reads-and-plans'
import { REFUSALS } from './changes/refusals'
import { REPAIR } from './changes/repair'
import { EXTENSION_RULES } from './changes/extension-rules'
import { RESTS } from './changes/rests'
import { REVIEW_AND_CLAIM } from './changes/review-and-claim'
import { RULES } from './changes/rules'
import { RUNNER } from './changes/runner'
import { SCREENS } from './changes/screens/screens'
import { SESSIONS } from './changes/sessions'
import { SETTLED_ROWS } from './changes/settled-rows'
import { SECOND_FACTORS } from './changes/second-factors'
import { START_PROOF } from './changes/start-proof'
import { SINGLE_SIGN_ON } from './changes/single-sign-on'
import { SIGN_IN_LOOKUPS } from './changes/sign-in-lookups'
import { STEP_UP } from './changes/step-up'
import { TEXTS } from './changes/screens/texts'
import { TRANSPORT } from './changes/providers/transport'
import { SCOPED_QUERIES } from './changes/scoped-queries'
import { SCOPES } from './changes/scopes'
import { WEBHOOKS_AND_SIGN_IN } from './changes/webhooks-and-sign-in'
import { placedMutants } from './mutant'

/** Every change that `npm run mutants` makes, one at a time. */
export const MUTANTS = placedMutants([
  ...INTENT,
  ...OUTCOME,
  ...EXTENSION_RULES,
  ...RESTS,
  ...REVIEW_AND_CLAIM,
  ...ARRIVALS,
  ...PAYMENTS,
  ...INVITATIONS,
  ...PEOPLE,
  ...SESSIONS,
  ...BATCHES,
  ...SETTLED_ROWS,
  ...CONNECTIONS,
  ...SCOPES,
  ...SCOPED_QUERIES,
  ...PASSKEYS,
  ...OWN_SETTINGS_AND_MAIL,
  ...OWNER_FUNCTIONS,
  ...SECOND_FACTORS,
  ...START_PROOF,
  ...KEYS,
  ...NOTICES,
  ...STEP_UP,
  ...SINGLE_SIGN_ON,
  ...ACCESS,
  ...ADDING_CONNECTIONS,
  ...HEALTH,
  ...ATTRIBUTION,
  ...LINES_AND_ORDERS,
  ...RULES,
  ...FIGURES,
  ...RUNNER,
  ...REFUSALS,
  ...DEAD_SENDS_AND_WAITS,
  ...REPAIR,
  ...DINTERO_READS,
  ...DINTERO_SENDS,
  ...TRANSPORT,
  ...LISTED_PAYMENTS,
  ...OPPWA,
  ...BAMBORA,
  ...DIALOGS,
  ...SCREENS,
  ...TEXTS,
  ...READS_AND_PLANS,
  ...WEBHOOKS_AND_SIGN_IN,
  ...MERCHANT_ACCOUNTS,
  ...SIGN_IN_LOOKUPS,
  ...PAGES,
])
