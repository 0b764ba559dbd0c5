import type { MutatedFile } from '../mutant'

const ADMISSION = ['lib/people/single-sign-on/admit-person.integration.test.ts']
const LOCAL = ['db/queries/access/local-way-in.integration.test.ts']

/** Single sign-on: whom the identity provider lets in, and what it switches off. */
export const SINGLE_SIGN_ON: readonly MutatedFile[] = [
  {
    file: 'db/queries/access/person-identities.ts',
    tests: ADMISSION,
    mutants: [
      {
        effect: 'an address at the provider takes over a person with a password',
        find: 'where password_hash is null and not exists (',
        replace: 'where not exists (',
      },
      {
        effect: 'the next owner of an address gets the person of the one before',
        find: '          where known.issuer <> excluded.issuer\n',
        replace: '',
      },
      {
        effect: 'an invitation stays open beside single sign-on',
        find: 'update users set link_epoch = users.link_epoch + 1 from linked',
        replace: 'update users set link_epoch = users.link_epoch from linked',
      },
      {
        effect: 'the session of another person is renewed',
        find: '        and users.id = sessions.user_id and',
        replace: '        or users.id = sessions.user_id and',
      },
    ],
  },
  {
    file: 'db/queries/access/local-way-in.ts',
    tests: [...LOCAL, ...ADMISSION],
    mutants: [
      {
        effect: 'the emergency admin gets in no more than others',
        find: "    or ${SETTING} ->> 'emergencyAdminId' = ${userId}::text\n",
        replace: '',
      },
      {
        effect: 'people of a provider that is set no more get in',
        find: " and known.issuer = ${SETTING} ->> 'issuer'",
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/access/emergency-admin.ts',
    tests: LOCAL,
    mutants: [
      {
        effect: 'the emergency admin is handed over',
        find: ' and not ${isEmergencyAdmin(sql`person.id`)} and (',
        replace: ' and (',
      },
      {
        effect: 'the last admin with a password is handed over',
        find: ' where other.id <> person.id and other.can_help)',
        replace: ')',
      },
    ],
  },
  {
    file: 'db/queries/access/sessions.ts',
    tests: [...LOCAL, ...ADMISSION],
    mutants: [
      {
        effect: 'every way in opens a session, also one that is switched off',
        find: '              isWayIn(outerColumn(users.id)),\n',
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/access/pending-sign-ins.ts',
    tests: LOCAL,
    mutants: [
      {
        effect: 'a code lets in where local ways are switched off',
        find: '\n          and ${isLocalWayIn(sql`users.id`)}',
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/access/person-links.ts',
    tests: LOCAL,
    mutants: [
      {
        effect: 'a link lets in where local ways are switched off',
        find: '  and ${isLocalWayIn(sql`person.id`)}\n',
        replace: '',
      },
    ],
  },
  {
    file: 'lib/people/single-sign-on/admit-person.ts',
    tests: ADMISSION,
    mutants: [
      {
        effect: 'an address that the provider has not checked counts',
        find: '  if (!(claims.isEmailVerified ?? settings.trustsEmail)) return',
        replace: '  if (claims.isEmailVerified === false && !settings.trustsEmail) return',
      },
      {
        effect: 'whose groups are gone stays signed in',
        find: "    if (known !== null) {\n      await updatePerson(database, { id: known.id }, { kind: 'sign_out' }, request)\n    }\n",
        replace: '',
      },
      {
        effect: 'a role that needs a second factor is given without one',
        find: 'if (rolesInNeed.includes(rule.role) && !hasProvedFactor)',
        replace: 'if (rolesInNeed.includes(rule.role) && !hasProvedFactor && known !== null)',
      },
    ],
  },
  {
    file: 'lib/access/single-sign-on/provider-options.ts',
    tests: ADMISSION,
    mutants: [
      {
        effect: 'a token for another sign-in is taken',
        find: "checks: ['pkce', 'state', 'nonce']",
        replace: "checks: ['pkce', 'state']",
      },
      {
        effect: 'metadata of another issuer is taken',
        find: "              if (client.issuer.metadata.issuer !== issuer) throw new Error('iss mismatch')\n",
        replace: '',
      },
      {
        effect: 'a person who was not asked again counts as having shown themselves',
        find: '{ max_age: maxAgeS }',
        replace: '{}',
      },
    ],
  },
]
