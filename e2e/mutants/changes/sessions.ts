import type { MutatedFile } from '../mutant'

/** The sessions that let people in, and how they end. */
export const SESSIONS: readonly MutatedFile[] = [
  {
    file: 'db/queries/access/sessions.ts',
    tests: ['db/queries/access/sessions.integration.test.ts'],
    mutants: [
      {
        effect: 'a revoked session lives on',
        find: `        IS_SESSION_OPEN,
        isNull`,
        replace: '        isNull',
      },
      {
        effect: 'a disabled person stays signed in',
        find: `        IS_SESSION_OPEN,
        isNull(users.disabledAt),
`,
        replace: `        IS_SESSION_OPEN,
`,
      },
      {
        effect: 'what a page polls keeps a session open',
        find: '(isUse ? db.with(used) : db)',
        replace: 'db.with(used)',
      },
      {
        effect: 'the last use is never written',
        find: '(isUse ? db.with(used) : db)',
        replace: 'db',
      },
      {
        effect: 'every request writes the last use',
        find: `
      and last_used_at <= now() - make_interval(secs => \${sessionUseWrittenS})`,
        replace: '',
      },
      {
        effect: 'requests wait for each other to write the last use',
        find: 'for no key update skip locked',
        replace: 'for no key update',
      },
      {
        effect: 'a session that was signed out is said to have been idle',
        find: `
        and sessions.revoked_at is null and sessions.expires_at > now()`,
        replace: '',
      },
      {
        effect: 'a disabled person signs in',
        find: `              eq(users.sessionEpoch, session.epoch),
              isNull(users.disabledAt),
`,
        replace: `              eq(users.sessionEpoch, session.epoch),
`,
      },
      {
        effect: 'a password verified before all sessions ended opens one',
        find: `              eq(users.sessionEpoch, session.epoch),
`,
        replace: '',
      },
      {
        effect: 'a session opens in the first epoch, whichever it is',
        find: 'epoch: users.sessionEpoch,',
        replace: "epoch: sql`0`.as('epoch'),",
      },
      {
        effect: 'a session outlives the end of all sessions',
        find: `        eq(sessions.epoch, users.sessionEpoch),
`,
        replace: '',
      },
      {
        effect: 'sessions of earlier epochs live on',
        find: 'eq(sessions.epoch, users.sessionEpoch)',
        replace: 'sql`${sessions.epoch} <= ${users.sessionEpoch}`',
      },
      {
        effect: 'any session is found',
        find: `        eq(sessions.id, sessionId),
        eq(sessions.epoch`,
        replace: '        eq(sessions.epoch',
      },
      {
        effect: 'a session ends everybody’s',
        find: '.where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))',
        replace: '.where(isNull(sessions.revokedAt))',
      },
      {
        effect: 'a session lasts for minutes as hours',
        find: 'make_interval(secs => ${session.maxAgeS})',
        replace: 'make_interval(mins => ${session.maxAgeS})',
      },
    ],
  },
  {
    file: 'db/queries/access/open-session.ts',
    tests: ['db/queries/access/sessions.integration.test.ts'],
    mutants: [
      {
        effect: 'a revoked session lives on',
        find: 'sessions.revoked_at is null and ',
        replace: '',
      },
      {
        effect: 'an expired session lives on',
        find: 'sessions.expires_at > now() and ',
        replace: '',
      },
      {
        effect: 'a session lives on without use',
        find: ' and not ${IS_SESSION_IDLE}',
        replace: '',
      },
      {
        effect: 'a session ends a minute early',
        find: 'sessionIdleS + sessionUseWrittenS',
        replace: 'sessionIdleS',
      },
    ],
  },
  {
    file: 'lib/access/sign-in/admit-sign-in.ts',
    tests: [
      'lib/access/sign-in/admit-sign-in.integration.test.ts',
      'lib/access/sign-in/sign-in.integration.test.ts',
    ],
    mutants: [
      {
        effect: 'a known device is held back by the tries of others',
        find: 'if (tokenHash !== null && (await isKnownDevice(database, email, tokenHash))) {',
        replace: 'if (tokenHash === null) {',
      },
      {
        effect: 'whoever has any token counts as known',
        find: 'if (tokenHash !== null && (await isKnownDevice(database, email, tokenHash))) {',
        replace: 'if (tokenHash !== null) {',
      },
      {
        effect: 'a botnet tries without end',
        find: `
    count('account', account, unknownDevices),`,
        replace: '',
      },
      {
        effect: 'one address tries passwords of all accounts',
        find: `
    count('address', addressKey(address, secret), { limit: failuresPerAddress, windowS }),`,
        replace: '',
      },
      {
        effect: 'one address uses up the tries of all unknown devices',
        find: `    count('pair', pairKey(email, address, secret), few),
`,
        replace: '',
      },
      {
        effect: 'the right password forgets the tries of a botnet',
        find: "count.scope === 'device' || count.scope === 'pair'",
        replace: "count.scope !== 'address'",
      },
    ],
  },
  {
    file: 'lib/access/auth-options.ts',
    tests: ['lib/access/auth-options.integration.test.ts'],
    mutants: [
      {
        effect: 'next-auth’s way in makes no device known',
        find: '  await rememberDevice(result.value.sessionId)\n',
        replace: '',
      },
    ],
  },
  {
    file: 'lib/access/change-session.ts',
    tests: ['app/(backoffice)/security-events.integration.test.ts'],
    mutants: [
      {
        effect: 'signing in makes no device known',
        find: '  await rememberDevice(sessionId)\n',
        replace: '',
      },
    ],
  },
  {
    file: 'lib/access/take-turn.ts',
    tests: ['app/(backoffice)/security-events.integration.test.ts'],
    mutants: [
      {
        effect: 'people hold each other back from exports and checks',
        find: 'rateKey(rate, userId, ',
        replace: "rateKey(rate, '', ",
      },
      {
        effect: 'exports and checks have no rate',
        find: 'if (admission.admitted) return',
        replace: 'if (admission.admitted || true) return',
      },
    ],
  },
  {
    file: 'db/queries/access/known-devices.ts',
    tests: ['lib/access/sign-in/admit-sign-in.integration.test.ts'],
    mutants: [
      {
        effect: 'a device is known after all sessions were ended',
        find: ' and device.epoch = person.session_epoch and device.expires_at',
        replace: ' and device.expires_at',
      },
      {
        effect: 'a device is known for ever',
        find: ' and device.expires_at > now()',
        replace: '',
      },
      {
        effect: 'a device of one person is known to all',
        find: 'where person.email = ${email} and device',
        replace: 'where device',
      },
      {
        effect: 'devices are never forgotten',
        find: 'offset ${most - 1}',
        replace: 'offset ${most + 1_000}',
      },
      {
        effect: 'an ended session makes a device known',
        find: '::uuid and sessions.epoch = users.session_epoch',
        replace: '::uuid',
      },
    ],
  },
]
