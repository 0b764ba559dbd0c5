import type { MutatedFile } from '../mutant'

const RULES = 'lib/domain/access/step-up.test.ts'
const BY_CODE = 'lib/access/second-factor/step-up-with-code.integration.test.ts'
const BY_PASSKEY = 'lib/access/passkeys/step-up-by-passkey.integration.test.ts'
const OPERATIONS = 'lib/operations/step-up.integration.test.ts'
const PEOPLE = 'app/(backoffice)/step-up.integration.test.ts'

/** The fresh second factor: what needs it, where it is checked, and how it is proved. */
export const STEP_UP: readonly MutatedFile[] = [
  {
    file: 'lib/domain/access/step-up.ts',
    tests: [RULES],
    mutants: [
      {
        effect: 'a refund of exactly the limit is asked about',
        find: 'act.amountMinor > (refundLimitsMinor',
        replace: 'act.amountMinor >= (refundLimitsMinor',
      },
      {
        effect: 'a currency without a limit refunds any sum',
        find: '(refundLimitsMinor[act.currency] ?? 0)',
        replace: '(refundLimitsMinor[act.currency] ?? Infinity)',
      },
      {
        effect: 'people without a second factor cannot set one up',
        find: "if (act.kind === 'own_factor' && ways.length === 0) return success(null)",
        replace: '',
      },
      {
        effect: 'another factor is added without the one that is there',
        find: "if (act.kind === 'own_factor') return hasLimits || topics.length > 0",
        replace: "if (act.kind === 'own_factor') return false",
      },
    ],
  },
  {
    file: 'db/queries/access/step-up.ts',
    tests: [BY_CODE, BY_PASSKEY, OPERATIONS],
    mutants: [
      {
        effect: 'a proof stays fresh for ever',
        find: 'sessions.second_factor_at > now() - make_interval(secs => ${secondFactorFreshS})',
        replace: 'sessions.second_factor_at is not null and ${secondFactorFreshS}::int > 0',
      },
      {
        effect: 'the proof of one session counts in another person’s request',
        find: 'sessions.id = ${sessionId}::uuid and person.id = ${userId}::uuid',
        replace: 'sessions.id = ${sessionId}::uuid',
      },
      {
        effect: 'a session of an epoch that is over is fresh, and that of a disabled person',
        find: `            and sessions.epoch = person.session_epoch and person.disabled_at is null
`,
        replace: '',
      },
      {
        effect: 'a session that was revoked is fresh',
        find: `            and \${IS_SESSION_OPEN}
            and sessions.second_factor_at`,
        replace: '            and sessions.second_factor_at',
      },
      {
        effect: 'removed passkeys are offered',
        find: ' and passkeys.epoch = person.passkey_epoch',
        replace: '',
      },
      {
        effect: 'a code proves the factor in a session of an epoch that is over',
        find: `          and sessions.epoch = users.session_epoch and users.disabled_at is null
`,
        replace: '',
      },
      {
        effect: 'a code is used up by a session that has ended',
        find: `          and \${IS_SESSION_OPEN}
        for no key update of users`,
        replace: '        for no key update of users',
      },
      {
        effect: 'a session that is revoked at this very moment becomes fresh',
        find: `          and \${IS_SESSION_OPEN}
        returning sessions.id`,
        replace: '        returning sessions.id',
        unnoticedBecause: 'the statement sees it as revoked unless that happens while it runs',
      },
      {
        effect: 'all sessions of the person become fresh',
        find: 'where sessions.id = ${sessionId}::uuid and sessions.user_id = spent.id',
        replace: 'where sessions.user_id = spent.id',
      },
    ],
  },
  {
    file: 'lib/operations/runner/start-operation.ts',
    tests: [OPERATIONS],
    mutants: [
      {
        effect: 'money is moved without a fresh second factor',
        find: 'if (!provedEnough.ok) return provedEnough',
        replace: '',
      },
      {
        effect: 'a refund of everything counts as nothing',
        find: 'requireStepUp(context, kind, amountMinor, view.currency)',
        replace: 'requireStepUp(context, kind, 0, view.currency)',
      },
    ],
  },
  {
    file: 'lib/access/second-factor/step-up-with-code.ts',
    tests: [BY_CODE],
    mutants: [
      {
        effect: 'codes are tried without end',
        find: 'if (!admission.admitted) {',
        replace: 'if (false) {',
      },
      {
        effect: 'wrong codes of weeks hold a person back',
        find: '  await forgetSignInTries(database, key)\n',
        replace: '',
      },
    ],
  },
  {
    file: 'lib/access/passkeys/step-up-by-passkey.ts',
    tests: [BY_PASSKEY],
    mutants: [
      {
        effect: 'the passkey of another person is taken',
        find: 'passkey?.userId !== userId || !handles',
        replace: 'passkey === null || !handles',
      },
      {
        effect: 'a forged signature is taken',
        find: "if (signature === null) return passkeyRefused('unknown')",
        replace: 'if (signature === null) return success(null)',
      },
      {
        effect: 'a challenge for signing in is taken',
        find: "const person = { purpose: 'step_up', userId } as const",
        replace: "const person = { purpose: 'sign_in', userId: null } as const",
      },
      {
        effect: 'a copied passkey is taken',
        find: "if (use.result !== 'used') return",
        replace: "if (use.result === 'gone') return",
      },
    ],
  },
  {
    file: 'lib/access/action-core.ts',
    tests: [PEOPLE],
    mutants: [
      {
        effect: 'people are let in without a fresh second factor',
        find: 'if (!checked.ok) return await refused(runtime, known, checked)',
        replace: '',
      },
    ],
  },
  {
    file: 'app/(backoffice)/account/actions.ts',
    tests: [PEOPLE],
    mutants: [
      {
        effect: 'a passkey is removed by the password alone, and another one is the first then',
        find: `  input: passkeyRemovalInput,
  stepUp: ownFactor,
`,
        replace: `  input: passkeyRemovalInput,
`,
      },
    ],
  },
  {
    file: 'app/(backoffice)/settings/people/actions.ts',
    tests: [PEOPLE],
    mutants: [
      {
        effect: 'a person is enabled without a fresh second factor',
        find: 'stepUp: ({ isEnabled }) => (isEnabled ? stepUp() : null),',
        replace: '',
      },
      {
        effect: 'no one is disabled in an emergency without a fresh second factor',
        find: '(isEnabled ? stepUp() : null)',
        replace: '(isEnabled ? stepUp() : stepUp())',
      },
    ],
  },
]
