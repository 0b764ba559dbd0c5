import { LIMITS } from '@/lib/config/limits'
import { ROLES } from '@/lib/domain/access/permission'
import type { SettingRefusal } from '@/lib/people/single-sign-on/change-single-sign-on'

const WORDS: Readonly<Record<SettingRefusal, string>> = {
  malformed:
    'The issuer must be an address that begins with https://; http:// is for addresses of this machine only.',
  unreachable:
    'The metadata of the issuer could not be read, at /.well-known/openid-configuration below its address.',
  other_issuer:
    'The metadata at this address is that of another issuer. Take the address as the issuer itself spells it.',
  incomplete:
    'The metadata of the issuer names no address for signing in, for tokens, or for keys: it cannot be used for OpenID Connect.',
  insecure: 'The metadata of the issuer names an address that is not https.',
  not_set: 'Single sign-on is not set up. npm run people -- single-sign-on set does it.',
  secret_missing:
    'The secret of the client is missing. Put it into PAYDESK_OIDC_CLIENT_SECRET for this one command.',
  client_malformed: '--client-id is missing, or too long.',
  name_malformed: `--name is missing. It stands on the button, with a letter or digit and at most ${LIMITS.access.personNameLength} characters.`,
  scopes_malformed: '--scopes must be separated by blanks, with openid among them.',
  claim_malformed: '--groups-claim must be the name of a claim.',
  group_malformed: 'That is no name of a group.',
  group_unknown:
    'There is no such group on the list. npm run people -- single-sign-on show has it.',
  too_many_groups: `There may be at most ${LIMITS.identityProvider.groupRules} groups.`,
  role_unknown: `There is no such role. Roles: ${ROLES.join(', ')}.`,
  no_emergency_admin:
    'The emergency admin must be an enabled admin of all connections with a password. npm run people -- add makes one.',
  unknown_person: 'There is no person with this e-mail address. npm run people -- list shows all.',
  last_admin:
    'This is the emergency admin, or the last admin of all connections with a password. Make another person one first.',
  changed_meanwhile: 'The setting was changed meanwhile. Run it again.',
}

/** The reason why single sign-on was not changed. */
export function describeSettingRefusal(refusal: SettingRefusal): string {
  return `${WORDS[refusal]} Nothing was changed.`
}
