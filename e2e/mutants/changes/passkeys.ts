import type { MutatedFile } from '../mutant'

const SIGN_IN = 'lib/access/passkeys/sign-in-by-passkey.integration.test.ts'
const OWN = 'lib/people/passkeys/own-passkeys.integration.test.ts'

/** Passkeys: their challenges, their use, and who adds and removes them. */
export const PASSKEYS: readonly MutatedFile[] = [
  {
    file: 'db/queries/access/passkey-challenges.ts',
    tests: [SIGN_IN, OWN],
    mutants: [
      {
        effect: 'a challenge is answered twice',
        find: `      delete from passkey_challenges
      where challenge_hash = \${key.challengeHash} and`,
        replace: `      update passkey_challenges set purpose = purpose
      where challenge_hash = \${key.challengeHash} and`,
      },
      {
        effect: 'another browser answers a challenge',
        find: ' and browser_hash = ${key.browserHash}\n',
        replace: '\n',
      },
      {
        effect: 'another person answers a challenge',
        find: ' and user_id is not distinct from ${key.userId}::uuid\n',
        replace: '\n',
      },
      {
        effect: 'a challenge is answered after its time',
        find: `
        and expires_at > now()
`,
        replace: '\n',
      },
      {
        effect: 'challenges are kept for ever',
        find: 'where expires_at < now()',
        replace: 'where false',
      },
    ],
  },
  {
    file: 'db/queries/access/passkeys.ts',
    tests: [SIGN_IN, OWN],
    mutants: [
      {
        effect: 'a passkey that was removed with all others still signs in',
        find: 'const COUNTS = eq(passkeys.epoch, users.passkeyEpoch)',
        replace: 'const COUNTS = eq(users.id, passkeys.userId)',
      },
      {
        effect: 'a copied passkey signs in',
        find: 'locked.sign_count < ${signCount}::bigint or',
        replace: 'locked.sign_count is not null or',
      },
      {
        effect: 'the same count signs in twice',
        find: 'locked.sign_count < ${signCount}::bigint or',
        replace: 'locked.sign_count <= ${signCount}::bigint or',
      },
      {
        effect: 'devices that do not count sign in once',
        find: ' or (locked.sign_count = 0 and ${signCount}::bigint = 0))',
        replace: ')',
      },
      {
        effect: 'a copy is noted nowhere',
        find: `        from locked
        where not \${goesUp}`,
        replace: `        from locked
        where false`,
      },
    ],
  },
  {
    file: 'db/queries/access/own-passkeys.ts',
    tests: [OWN],
    mutants: [
      {
        effect: 'who was signed out adds a passkey',
        find: ' and sessions.epoch = person.session_epoch\n          and revoked_at is null',
        replace: '\n         ',
      },
      {
        effect: 'who was disabled adds a passkey',
        find: `where id = \${userId}::uuid and disabled_at is null
        for no key update
      ),
      signed_in`,
        replace: `where id = \${userId}::uuid
        for no key update
      ),
      signed_in`,
      },
      {
        effect: 'people rename the passkeys of others',
        find: ' and passkeys.user_id = ${request.actor.userId}::uuid\n',
        replace: '\n',
      },
      {
        effect: 'people remove the passkeys of others',
        find: ' and passkeys.user_id = person.id\n        returning',
        replace: '\n        returning',
      },
      {
        effect: 'sessions outlive the removal of a passkey',
        find: 'set session_epoch = users.session_epoch + 1',
        replace: 'set session_epoch = users.session_epoch',
      },
      {
        effect: 'a person’s devices are forgotten when a passkey is removed',
        find: '      ${DEVICES_STAY_KNOWN},\n',
        replace: '',
      },
      {
        effect: 'removing a passkey ends the session of now, too',
        find: 'update sessions set epoch = changed.session_epoch',
        replace: 'update sessions set epoch = sessions.epoch',
      },
    ],
  },
  {
    file: 'db/queries/access/update-person.ts',
    tests: [OWN],
    mutants: [
      {
        effect: 'a passkey that is added beside the end of all stays',
        find: 'set: [sql`passkey_epoch = users.passkey_epoch + 1`]',
        replace: 'set: []',
      },
      {
        effect: 'removing a person’s passkeys removes all people’s',
        find: 'where passkeys.user_id = changed.id',
        replace: 'where true',
      },
    ],
  },
  {
    file: 'db/queries/access/sessions.ts',
    tests: ['lib/access/passkeys/sign-in-by-passkey.integration.test.ts'],
    mutants: [
      {
        effect: 'a passkey opens no session for a person who has an app as well',
        find: 'isFactorOurs ? not(secondFactorExists(outerColumn(users.id))) : undefined',
        replace: 'not(secondFactorExists(outerColumn(users.id)))',
      },
      {
        effect: 'a session opened by a passkey does not count as proved',
        find: 'case when ${hasProved} then now() end',
        replace: 'null::timestamptz',
      },
    ],
  },
  {
    file: 'lib/access/passkeys/check-answer.ts',
    tests: [SIGN_IN],
    mutants: [
      {
        effect: 'a device that has not checked its person is said to be unknown or unreadable',
        find: "return device.flags.uv ? null : 'unverified'",
        replace: 'return null',
      },
      {
        effect: 'a page of ours in a frame of others asks for passkeys',
        find: 'const isInFrame = clientData.crossOrigin === true',
        replace: 'const isInFrame = false',
      },
      {
        effect: 'an answer that is wrong leaves its challenge to be answered again',
        find: "if (!(await take(clientData.challenge))) return 'expired'",
        replace: "if (device.flags.uv && !(await take(clientData.challenge))) return 'expired'",
      },
    ],
  },
  {
    file: 'lib/access/passkeys/sign-in-by-passkey.ts',
    tests: [SIGN_IN],
    mutants: [
      {
        effect: 'a passkey signs in whomever its device names',
        find: 'if (signature === null || !isOwners)',
        replace: 'if (signature === null)',
      },
      {
        effect: 'a disabled person is told that all sessions were ended',
        find: "if (passkey.isDisabled) return passkeyRefused('disabled')",
        replace: '',
      },
      {
        effect: 'people who sign in use up the tries of their office',
        find: '  await giveSignInTryBack(database, throttle)\n',
        replace: '',
      },
    ],
  },
]
