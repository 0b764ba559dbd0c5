import type { MutatedFile } from '../mutant'

/** What people keep, and what holds them back from signing in. */
export const PEOPLE: readonly MutatedFile[] = [
  {
    file: 'db/queries/access/list-people-page.ts',
    tests: ['db/queries/access/list-people-page.integration.test.ts'],
    mutants: [
      {
        effect: 'people of equal names are in any order',
        find: ', asc(users.email)]',
        replace: ']',
      },
      {
        effect: 'the last of a page is on the next one too',
        find: '.offset((page - 1) * size)',
        replace: '.offset((page - 1) * (size - 1))',
      },
      {
        effect: 'a search takes % and _ for any text',
        find: 'strpos(${users.email}, ${wanted}) > 0',
        replace: "${users.email} like '%' || ${wanted} || '%'",
      },
      {
        effect: 'a role is not looked at',
        find: 'role === null ? undefined : eq(users.role, role)',
        replace: 'undefined',
      },
      {
        effect: 'whom failed tries hold back is among the active, too',
        find: "and(isStored('active'), notInArray(users.id, [...lockedIds]))",
        replace: "isStored('active')",
      },
      {
        effect: 'a disabled person is listed as locked',
        find: "and(isStored('active'), inArray(users.id, [...lockedIds]))",
        replace: 'inArray(users.id, [...lockedIds])',
      },
    ],
  },
  {
    file: 'lib/people/find-locked-people.ts',
    tests: ['lib/people/people.integration.test.ts'],
    mutants: [
      {
        effect: 'everyone is locked while one is',
        find: '.some((key) => blocked.has(key))',
        replace: '.some(() => true)',
      },
    ],
  },
  {
    file: 'db/queries/access/update-person.ts',
    tests: ['lib/people/people.integration.test.ts'],
    mutants: [
      {
        effect: 'signing a person out signs out all',
        find: ' and sessions.user_id = changed.id',
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/access/sign-in-throttles.ts',
    tests: [
      'db/queries/access/sign-in-throttles.integration.test.ts',
      'lib/people/people.integration.test.ts',
    ],
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
        effect: 'a block that is over still locks a person',
        find: '.where(sql`${blockedUntil} > now()`)',
        replace: '.where(sql`${blockedUntil} is not null`)',
      },
      {
        effect: 'no block at all',
        find: 'when ${table.failures} + 1 >= ${limit}::int then now() + ${window}',
        replace: 'when false then now() + ${window}',
      },
      {
        effect: 'the address does not get its try back',
        find: '${throttle.limit}::int) - 1, 0)',
        replace: '${throttle.limit}::int), 0)',
      },
      {
        effect: 'a block that was lifted still ends the address’s window',
        find: `        blockedUntil: null,
      })
      .where(eq(table.key, throttle.key))`,
        replace: `      })
      .where(eq(table.key, throttle.key))`,
      },
    ],
  },
  {
    file: 'db/queries/payment/insert-note.ts',
    tests: ['db/queries/payment/insert-note.integration.test.ts'],
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
      { effect: 'another text is this note', find: ' and text = ${note.text}', replace: '' },
    ],
  },
  {
    file: 'db/queries/listing/saved-views.ts',
    tests: ['db/queries/listing/saved-views.integration.test.ts'],
    mutants: [
      {
        effect: 'private lists are seen by all',
        find: 'and(eq(savedViews.isShared, true), namesOnly(scope))',
        replace: 'namesOnly(scope) ?? sql`true`',
      },
      {
        effect: 'shared lists are not seen by others',
        find: 'or(eq(savedViews.ownerId, userId), and(eq(savedViews.isShared, true), namesOnly(scope)))',
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
        effect: 'people without the right remove shared lists',
        find: 'is_shared and ${view.alsoShared}::boolean',
        replace: 'is_shared',
      },
      {
        effect: 'admins remove private lists',
        find: 'is_shared and ${view.alsoShared}::boolean',
        replace: '${view.alsoShared}::boolean',
      },
      {
        effect: 'a list that is made private stays shared',
        find: 'query = excluded.query, is_shared = excluded.is_shared',
        replace: 'query = excluded.query',
      },
    ],
  },
]
