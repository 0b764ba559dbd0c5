import { ROLES } from '@/lib/domain/access/permission'
import { STEP_UP_NAMES } from './read-step-up'

/** The usage of the commands for people, for a person at a terminal. */
export const PEOPLE_USAGE = `npm run people -- add --email anna@example.com --name "Anna Lie" --role admin
  makes a person. Roles: ${ROLES.join(', ')}
  --connection "Name", once for each: whose payments the person sees; without it, all
npm run people -- list
npm run people -- role --email anna@example.com --role support
npm run people -- connections --email anna@example.com --connection "Name"
  gives a person these connections to see; --all gives all of them
npm run people -- password --email anna@example.com
  sets another password and signs the person out everywhere
npm run people -- disable --email anna@example.com
npm run people -- enable --email anna@example.com
npm run people -- sign-out --email anna@example.com
npm run people -- unlock --email anna@example.com [--address 203.0.113.7]
  forgets failed sign-ins of the account, and of a network address
npm run people -- reset-second-factor --email anna@example.com
  takes a lost authenticator app away and signs the person out everywhere
npm run people -- require-second-factor --roles admin,support
  people in these roles must set up a second factor at their next click; none for no role
npm run people -- step-up --refunds-above NOK=5000,EUR=499.50 --for ${STEP_UP_NAMES.join(',')}
  what needs a second factor shown in the last five minutes: refunds above a sum, payouts to stored
  cards, charging a customer again, giving people a way in or rights, and changing connections in
  the browser. It replaces what was set before; none takes the place of either list. A refund in a currency without a sum needs it, too,
  unless the list is none. People without a second factor cannot do these things then.
npm run people -- single-sign-on set --issuer https://id.example.com --client-id paydesk --name "Example ID"
  lets people in by this OpenID Connect provider; its client secret from PAYDESK_OIDC_CLIENT_SECRET.
  --groups-claim groups, --scopes "openid profile email": where the groups are, and what is asked for
  --trust-email yes: addresses count though the issuer does not say that it has checked them
  --trust-second-factor yes: the issuer asks everyone for a second factor
npm run people -- single-sign-on group --group refunds --role support [--connection "Name"] [--first]
  gives its people a role and connections; the first line that fits counts; --remove takes it away
npm run people -- single-sign-on local-passwords --off --emergency-admin anna@example.com
  lets no one in by password, passkey or link but this admin; --on lets everyone
npm run people -- single-sign-on hand-over --email anna@example.com
  takes a person's password away: the next sign-in at the provider with this address is theirs
npm run people -- single-sign-on show | test | remove

add and password read the password from standard input when it is piped in. At a terminal, or with
--generate-password, a strong one is made and shown once.
--reason "…" keeps in the audit trail why something was changed.`
