import type { MutatedFile } from '../mutant'

/** Those who may sign in, and the failed tries that hold them back. */
export const SIGN_IN_LOOKUPS: readonly MutatedFile[] = [
  {
    file: 'db/queries/access/users.ts',
    tests: ['db/queries/access/users.integration.test.ts'],
    mutants: [
      {
        effect: 'a person signs in as another',
        find: `
      .where(eq(users.email, email))`,
        replace: '',
      },
      {
        effect: 'disabled people sign in, and the others do not',
        find: '${users.disabledAt} is not null',
        replace: '${users.disabledAt} is null',
      },
      {
        effect: 'who was signed out everywhere cannot sign in again',
        find: 'sessionEpoch: users.sessionEpoch',
        replace: 'sessionEpoch: sql<number>`0`',
      },
      {
        effect: 'a person who is made again has the old password',
        find: `          passwordHash: sql\`excluded.password_hash\`,
`,
        replace: '',
      },
      {
        effect: 'a person who is made again has the old role',
        find: `          role: sql\`excluded.role\`,
`,
        replace: '',
      },
      {
        effect: 'a person who is made again stays disabled',
        find: `          disabledAt: null,
`,
        replace: '',
      },
      {
        effect: 'a person who is made again loses what was done under the id',
        find: 'name: sql`excluded.name`,',
        replace: 'id: sql`excluded.id`, name: sql`excluded.name`,',
      },
    ],
  },
  {
    file: 'db/queries/access/delete-account-tries.ts',
    tests: ['db/queries/access/delete-account-tries.integration.test.ts'],
    mutants: [
      {
        effect: 'letting one person in forgets the tries of all',
        find: '(key in (${list}) or account_key in (${list})) and ',
        replace: '',
      },
      {
        effect: 'tries are forgotten without a person, and without an audit entry',
        find: ' and exists (select 1 from person)',
        replace: '',
      },
      {
        effect: 'the audit trail reports tries that there were not',
        find: 'person where exists (select 1 from removed)',
        replace: 'person',
      },
      {
        effect: 'the audit trail counts wrong',
        find: "'countsRemoved', (select count(*) from removed)",
        replace: "'countsRemoved', 1",
      },
      {
        effect: 'the audit trail names everyone',
        find: 'select id from users where email = ${email}',
        replace: 'select id from users',
      },
      {
        effect: 'a person who is not there counts as let in',
        find: 'row?.removed ?? null',
        replace: 'row?.removed ?? 0',
      },
    ],
  },
]
