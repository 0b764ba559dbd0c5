import type { MutatedFile } from '../mutant'

/** What lets people in, and what they keep. */
export const PEOPLE: readonly MutatedFile[] = [
  {
    file: 'db/queries/sessions.ts',
    tests: ['db/queries/sessions.integration.test.ts'],
    mutants: [
      {
        effect: 'a revoked session lives on',
        find: `          isNull(sessions.revokedAt),
          gt`,
        replace: '          gt',
      },
      {
        effect: 'an expired session lives on',
        find: `          gt(sessions.expiresAt, sql\`now()\`),
`,
        replace: '',
      },
      {
        effect: 'a disabled person stays signed in',
        find: `          gt(sessions.expiresAt, sql\`now()\`),
          isNull(users.disabledAt),
`,
        replace: `          gt(sessions.expiresAt, sql\`now()\`),
`,
      },
      {
        effect: 'a disabled person signs in',
        find: 'and(eq(users.id, session.userId), isNull(users.disabledAt))',
        replace: 'eq(users.id, session.userId)',
      },
      {
        effect: 'any session is found',
        find: `          eq(sessions.id, sessionId),
          isNull(sessions.revokedAt),
          gt`,
        replace: `          isNull(sessions.revokedAt),
          gt`,
      },
      {
        effect: 'a session ends everybody’s',
        find: '.where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))',
        replace: '.where(isNull(sessions.revokedAt))',
      },
      {
        effect: 'signing a person out signs out all',
        find: '.where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)))',
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
    file: 'db/queries/sign-in-throttles.ts',
    tests: ['db/queries/sign-in-throttles.integration.test.ts'],
    mutants: [
      {
        effect: 'one try more than the limit',
        find: 'isAdmitted: sql<boolean>`${table.failures} <= ${limit}::int`',
        replace: 'isAdmitted: sql<boolean>`${table.failures} <= ${limit}::int + 1`',
      },
      {
        effect: 'a block is prolonged by tries',
        find: 'when ${isBlocked} then ${table.blockedUntil}',
        replace: 'when ${isBlocked} then now() + ${window}',
      },
      {
        effect: 'a window that is over goes on counting',
        find: 'case when ${isOver} then 1 else least',
        replace: 'case when false then 1 else least',
      },
      {
        effect: 'no block at all',
        find: 'when ${table.failures} + 1 >= ${limit}::int then now() + ${window}',
        replace: 'when false then now() + ${window}',
      },
      {
        effect: 'the right password does not forget the account’s failures',
        find: 'db.delete(table).where(eq(table.key, accountKey))',
        replace: 'db.delete(table).where(eq(table.key, address.key + accountKey))',
      },
      {
        effect: 'the address does not get its try back',
        find: '${address.limit}::int) - 1, 0)',
        replace: '${address.limit}::int), 0)',
      },
      {
        effect: 'an address stays blocked after the right password',
        find: `        blockedUntil: null,
      })
      .where`,
        replace: `      })
      .where`,
      },
    ],
  },
  {
    file: 'db/queries/insert-note.ts',
    tests: ['db/queries/insert-note.integration.test.ts'],
    mutants: [
      {
        effect: 'a note sent twice fails',
        find: `        on conflict (id) do nothing
`,
        replace: '',
      },
      {
        effect: 'the audit trail holds no hash of the text',
        find: "encode(sha256(convert_to(text, 'UTF8')), 'hex')",
        replace: "''",
      },
      {
        effect: 'the audit trail holds the text itself',
        find: "encode(sha256(convert_to(text, 'UTF8')), 'hex')",
        replace: 'text',
      },
      {
        effect: 'a note of another payment is this one',
        find: ` and transaction_id = \${note.transactionId}
`,
        replace: `
`,
      },
      {
        effect: 'a note of another person is this one',
        find: 'author_id = ${note.actor.userId} and text',
        replace: 'text',
      },
      { effect: 'another text is this note', find: ' and text = ${note.text}`', replace: '`' },
    ],
  },
  {
    file: 'db/queries/saved-views.ts',
    tests: ['db/queries/saved-views.integration.test.ts'],
    mutants: [
      {
        effect: 'private lists are seen by all',
        find: `.where(or(eq(savedViews.ownerId, userId), eq(savedViews.isShared, true)))
`,
        replace: `
`,
      },
      {
        effect: 'shared lists are seen by nobody else',
        find: 'or(eq(savedViews.ownerId, userId), eq(savedViews.isShared, true))',
        replace: 'eq(savedViews.ownerId, userId)',
      },
      {
        effect: 'all have the limit of one',
        find: 'where owner_id = ${view.ownerId} and name <> ${view.name}',
        replace: 'where name <> ${view.name}',
      },
      {
        effect: 'a full owner can change nothing',
        find: 'where owner_id = ${view.ownerId} and name <> ${view.name}',
        replace: 'where owner_id = ${view.ownerId}',
      },
      {
        effect: 'one more than the limit',
        find: ') < ${LIMITS.savedViews.perPerson}',
        replace: ') <= ${LIMITS.savedViews.perPerson}',
      },
      {
        effect: 'anybody removes shared lists',
        find: '(is_shared and ${view.alsoShared}::boolean)',
        replace: 'is_shared',
      },
      {
        effect: 'admins remove private lists',
        find: '(is_shared and ${view.alsoShared}::boolean)',
        replace: '${view.alsoShared}::boolean',
      },
      {
        effect: 'a list that is made private stays shared',
        find: 'query = excluded.query, is_shared = excluded.is_shared',
        replace: 'query = excluded.query',
      },
    ],
  },
  {
    file: 'lib/access/origin.ts',
    tests: ['lib/access/origin.test.ts'],
    mutants: [
      {
        effect: 'origin compared by its beginning: https://own.example.evil passes',
        find: 'return header === ownOrigin()',
        replace: 'return header?.startsWith(ownOrigin()) ?? false',
      },
      {
        effect: 'origin compared by its end',
        find: 'return header === ownOrigin()',
        replace: 'return header?.endsWith(ownOrigin()) ?? false',
      },
      {
        effect: 'a request without an origin passes',
        find: 'return header === ownOrigin()',
        replace: 'return header === null || header === ownOrigin()',
      },
      {
        effect: 'path of our address belongs to the origin',
        find: 'new URL(env().NEXTAUTH_URL).origin',
        replace: 'env().NEXTAUTH_URL',
      },
    ],
  },
  {
    file: 'lib/access/define-webhook.ts',
    tests: ['lib/access/define-webhook.test.ts'],
    mutants: [
      {
        effect: 'unavailable answered with 200: the provider does not call again',
        find: 'unavailable: 503',
        replace: 'unavailable: 200',
      },
      {
        effect: 'unavailable answered with 400',
        find: 'unavailable: 503',
        replace: 'unavailable: 400',
      },
      { effect: 'forged answered with 200', find: 'forged: 401', replace: 'forged: 200' },
      { effect: 'repeated answered as an error', find: 'repeated: 200', replace: 'repeated: 409' },
      { effect: 'too large answered with 200', find: 'too_large: 413', replace: 'too_large: 200' },
      {
        effect: 'an address that is nobody’s is taken',
        find: `if (target === null) return 'unknown_address'
`,
        replace: '',
      },
      {
        effect: 'the answer has no bound',
        find: "LIMITS.webhook.answerMs, 'unavailable'",
        replace: "LIMITS.webhook.answerMs * 1000, 'unavailable'",
      },
      {
        effect: 'the host is taken from the call',
        find: ', host: new URL(env().NEXTAUTH_URL).host }',
        replace: ' }',
      },
      {
        effect: 'the query is not handed on to be verified',
        find: 'pathWithQuery: pathname + search',
        replace: 'pathWithQuery: pathname',
      },
    ],
  },
  {
    file: 'lib/access/action-core.ts',
    tests: ['lib/access/action-core.test.ts'],
    mutants: [
      {
        effect: 'origin not asked',
        find: 'if (!(await runtime.isOwnOrigin())) return foreignOrigin()',
        replace: 'await runtime.isOwnOrigin()',
      },
      {
        effect: 'permission not asked',
        find: `if (!isPermitted(actor.role, permission)) return notPermitted(actor.role, permission)
`,
        replace: '',
      },
      {
        effect: 'input not parsed',
        find: 'definition.run(context, parsed.data)',
        replace: 'definition.run(context, input as I)',
      },
      {
        effect: 'an error during the action is told as nothing done',
        find: `    phase = 'during'
`,
        replace: '',
      },
    ],
  },
  {
    file: 'lib/access/return-path.ts',
    tests: ['lib/access/return-path.test.ts'],
    mutants: [
      {
        effect: 'an address without a scheme leaves the site',
        find: '(?![/\\\\])',
        replace: '(?![\\\\])',
      },
      {
        effect: 'a backslash leaves the site',
        find: '(?![/\\\\])[^\\\\\\p{Cc}]*',
        replace: '(?![/])[^\\p{Cc}]*',
      },
      {
        effect: 'sign-in leads back to sign-in',
        find: '/^\\/($|\\/|sign-in|api(\\/|$))/',
        replace: '/^\\/($|\\/|api(\\/|$))/',
      },
    ],
  },
  {
    file: 'lib/access/client-address.ts',
    tests: ['lib/access/client-address.test.ts'],
    mutants: [
      {
        effect: 'the entry that a client wrote is believed',
        find: '.at(-1)?.trim()',
        replace: '.at(0)?.trim()',
      },
      {
        effect: 'an IPv6 address counts by itself',
        find: 'isIPv6(address) ? network64(address)',
        replace: 'isIPv6(address) ? address',
      },
    ],
  },
]
