import type { MutatedFile } from '../mutant'

const SIGN_IN = ['lib/access/sign-in/sign-in-with-code.integration.test.ts']
const OWN = ['lib/people/own-second-factor.integration.test.ts']

/** The second factor: codes, sign-ins that wait for them, and changes of one's own. */
export const SECOND_FACTORS: readonly MutatedFile[] = [
  {
    file: 'db/queries/access/spend-code.ts',
    tests: [...SIGN_IN, ...OWN],
    mutants: [
      {
        effect: 'a code of the app counts twice',
        find: `and app_factors.last_step < \${proof.step}::int
      returning app_factors.user_id as id\`
    : sql\`
      update recovery_codes`,
        replace: `
      returning app_factors.user_id as id\`
    : sql\`
      update recovery_codes`,
      },
      {
        effect: 'a used code of the app turns the second factor off',
        find: `and app_factors.last_step < \${proof.step}::int
      returning app_factors.user_id as id\`
    : sql\`
      delete from recovery_codes`,
        replace: `
      returning app_factors.user_id as id\`
    : sql\`
      delete from recovery_codes`,
      },
      {
        effect: 'a recovery code counts twice',
        find: `        and used_at is null
      returning recovery_codes.user_id as id\`
}

/**
 * As`,
        replace: `
      returning recovery_codes.user_id as id\`
}

/**
 * As`,
      },
    ],
  },
  {
    file: 'db/queries/access/pending-sign-ins.ts',
    tests: SIGN_IN,
    mutants: [
      {
        effect: 'a sign-in that has expired takes a code',
        find: 'pending.used_at is null and pending.expires_at > now() and pending.tries',
        replace: 'pending.used_at is null and pending.tries',
      },
      {
        effect: 'codes are tried without end',
        find: ' and pending.tries < ${mostTries}::int',
        replace: '',
      },
      {
        effect: 'a person who was signed out everywhere since the password comes in',
        find: `        and person.session_epoch = pending.epoch and person.disabled_at is null
        and app`,
        replace: `        and person.disabled_at is null
        and app`,
        unnoticedBecause: 'the session is opened for the epoch of the password alone',
      },
      {
        effect: 'one sign-in opens two sessions',
        find: 'where token_hash = ${tokenHash} and used_at is null\n        returning',
        replace: 'where token_hash = ${tokenHash}\n        returning',
      },
      {
        effect: 'sign-ins that are over are kept for ever',
        find: 'delete from pending_sign_ins where expires_at < now()',
        replace: 'delete from pending_sign_ins where false',
      },
    ],
  },
  {
    file: 'db/queries/access/sessions.ts',
    tests: SIGN_IN,
    mutants: [
      {
        effect: 'a password alone opens a session for a person with a second factor',
        find: 'isFactorOurs ? not(secondFactorExists(outerColumn(users.id))) : undefined',
        replace: 'undefined',
      },
    ],
  },
  {
    file: 'lib/access/sign-in/sign-in-with-code.ts',
    tests: SIGN_IN,
    mutants: [
      {
        effect: 'codes are guessed by signing in again and again',
        find: 'if (!admission.admitted) {',
        replace: 'if (admission.admitted === null) {',
      },
      {
        effect: 'earlier wrong codes count for ever',
        find: '  await forgetSignInTries(database, key)\n',
        replace: '',
        unnoticedBecause: 'they are forgotten after a quarter of an hour as well',
      },
    ],
  },
  {
    file: 'lib/access/auth-options.ts',
    tests: SIGN_IN,
    mutants: [
      {
        effect: 'next-auth does not say that a code is needed',
        find: "throw new Error('second_factor_asked')",
        replace: "throw new Error('wrong_credentials')",
      },
    ],
  },
  {
    file: 'lib/access/second-factor/totp.ts',
    tests: ['lib/access/second-factor/totp.test.ts'],
    mutants: [
      {
        effect: 'a code counts for two minutes',
        find: 'const TOLERANCE_S = RULES.period',
        replace: 'const TOLERANCE_S = 2 * RULES.period',
      },
      {
        effect: 'a clock must be right to the second',
        find: 'const TOLERANCE_S = RULES.period',
        replace: 'const TOLERANCE_S = 0',
      },
      {
        effect: 'a secret that is copied to another person opens',
        find: 'return `app-factor:${userId}`',
        replace: 'return `app-factor:${userId.slice(0, 0)}`',
      },
    ],
  },
  {
    file: 'db/queries/access/change-own-factor.ts',
    tests: OWN,
    mutants: [
      {
        effect: 'a person’s devices are forgotten when the second factor changes',
        find: '      ${DEVICES_STAY_KNOWN},\n',
        replace: '',
      },
      {
        effect: 'a second factor leaves other browsers signed in',
        find: 'set session_epoch = session_epoch + 1',
        replace: 'set session_epoch = session_epoch',
      },
      {
        effect: 'earlier recovery codes work beside the new ones',
        find: `    gone as (delete from recovery_codes using spent where user_id = spent.id),
    added`,
        replace: '    added',
      },
      {
        effect: 'recovery codes outlive the app',
        find: `,
        gone_codes as (delete from recovery_codes using spent where user_id = spent.id)`,
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/access/update-person.ts',
    tests: OWN,
    mutants: [
      {
        effect: 'recovery codes outlive a reset',
        find: `,
      codes as (delete from recovery_codes using changed where user_id = changed.id)
`,
        replace: '\n',
      },
      {
        effect: 'the password of before counts after a reset by link',
        find: 'set: instead === null ? [] : [sql`password_hash = ${instead.passwordHash}`],',
        replace: 'set: [],',
      },
      {
        effect: 'an earlier link outlives a reset by link',
        find: 'endsLinks: instead !== null,',
        replace: 'endsLinks: false,',
      },
    ],
  },
  {
    file: 'lib/access/throttle-keys.ts',
    tests: OWN,
    mutants: [
      {
        effect: 'an admin cannot unlock a person after wrong codes',
        find: ', codeKey(id, secret)]',
        replace: ']',
      },
    ],
  },
]
