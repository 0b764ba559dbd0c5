import { PROVIDERS } from '@/lib/domain/provider/provider'
import { CONNECTION_FORMS } from '@/lib/providers/connection-forms'

const variables = new Set(
  PROVIDERS.flatMap((provider) =>
    CONNECTION_FORMS[provider].secretFields.map(({ variable }) => variable),
  ),
)

/** The usage of the commands for connections, for a person at a terminal. */
export const CONNECTIONS_USAGE = `npm run connections -- list
  with the last check, how far changes are known, webhooks and unread payments
npm run connections -- check --name "My shop"
  tests it at its provider now; without --name each that is enabled. Ends with 1 when one does not work
npm run connections -- rename --name "My shop" --to "My other shop"
npm run connections -- disable --name "My shop"
  begins nothing new, reads and imports nothing; what is open is still settled
npm run connections -- enable --name "My shop"
npm run connections -- secret --name "My shop"
  replaces the fields whose variables are set and keeps the others; tested before it is stored:
  ${[...variables].join(' ')}
  each may also be in a file that <name>_FILE names
npm run connections -- settings --name "My shop" --settings '{"captureDays":5}'
  sets these and keeps the others; null makes one as usual again
npm run connections -- remove --name "My shop" --confirm "My shop"
  for good: destroys the secret; payments and history stay, and the account stays with them
Each change takes --reason "…" for the audit trail.`
