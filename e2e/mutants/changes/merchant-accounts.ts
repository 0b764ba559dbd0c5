import type { MutatedFile } from '../mutant'

/** Merchant accounts at providers, and the imports of their payments. */
export const MERCHANT_ACCOUNTS: readonly MutatedFile[] = [
  {
    file: 'db/queries/sync/connections.ts',
    tests: ['lib/connections/list-connection-health.integration.test.ts'],
    mutants: [
      {
        effect: 'the list of connections shows those out of scope',
        find: `      .select(CONNECTION_RECORD)
      .from(connections)
      .where(withinScope(scope, connections.id))`,
        replace: `      .select(CONNECTION_RECORD)
      .from(connections)
      .where(withinScope('all', connections.id))`,
      },
    ],
  },
  {
    file: 'db/queries/sync/connections.ts',
    tests: ['db/queries/sync/connections.integration.test.ts'],
    mutants: [
      {
        effect: 'each connection shows the accounts of all',
        find: ' where held.connection_id = ${outerColumn(connections.id)}',
        replace: '',
      },
      {
        effect: 'a name in other capitals is taken for the same connection',
        find: 'eq(connections.name, name)',
        replace: 'sql`lower(${connections.name}) = lower(${name})`',
      },
      {
        effect: 'connections are listed in any order',
        find: `      .select(CONNECTION_RECORD)
      .from(connections)
      .where(withinScope(scope, connections.id))
      .orderBy(asc(connections.name)),`,
        replace: `      .select(CONNECTION_RECORD)
      .from(connections)
      .where(withinScope(scope, connections.id)),`,
      },
      {
        effect: 'the same account at another provider counts as connected',
        find: '${connectionAccounts.provider} = ${provider} and ',
        replace: '',
      },
      {
        effect: 'an account counts as connected because another one is',
        find: ' and ${connectionAccounts.account} in (${each(accounts)})',
        replace: '',
      },
      {
        effect: 'a connection that is in earnest now is still shown as a test',
        find: `        is_test = excluded.is_test,
`,
        replace: '',
      },
      {
        effect: 'the test of an earlier secret speaks for the new one',
        find: `        checked_at = null,
`,
        replace: '',
      },
      {
        effect: 'the problem of an earlier secret is shown for the new one',
        find: `        check_problem = null,
`,
        replace: '',
      },
      {
        effect: 'a new secret is not noticed while the clock is behind',
        find: "greatest(now(), connections.updated_at + interval '1 millisecond')",
        replace: 'now()',
      },
      {
        effect: 'a new secret is dated a long time ago',
        find: "greatest(now(), connections.updated_at + interval '1 millisecond')",
        replace: "connections.updated_at + interval '1 millisecond'",
      },
      {
        effect: 'payments of one provider are read with the secret of another',
        find: 'connections.provider = excluded.provider\n        and ',
        replace: '',
      },
      {
        effect: 'payments of one account are read with the secret of another',
        find: `        and connections.account_id = excluded.account_id
`,
        replace: '',
      },
      {
        effect: 'the accounts of other connections keep one from getting a new secret',
        find: 'held.connection_id = connections.id and held.account not in',
        replace: 'held.account not in',
      },
      {
        effect: 'a connection reads an account no longer whose payments it keeps',
        find: ' and held.account not in (${each(accounts)})',
        replace: ' and false',
      },
      {
        effect: 'a further account is not kept as the connection’s own',
        find: `          and held.account = named.account
`,
        replace: '',
      },
      {
        effect: 'an account is connected twice, so that a payment has two guards',
        find: `          and held.connection_id = connection.id
`,
        replace: '',
      },
      {
        effect: 'an account that is taken is reported as a failure of the database',
        find: `  'connection_accounts_once',
`,
        replace: '',
      },
      {
        effect: 'any failure of the database is reported as an account that is taken',
        find: 'if (isTaken(error)) return false',
        replace: 'if (isTaken(error) || error instanceof Error) return false',
      },
    ],
  },
  {
    file: 'db/queries/sync/imports.ts',
    tests: ['db/queries/sync/imports.integration.test.ts'],
    mutants: [
      {
        effect: 'all imports show the progress of one',
        find: `problems: [...problems] })
      .where(eq(imports.id, id))`,
        replace: 'problems: [...problems] })',
      },
      {
        effect: 'what was malformed is counted and not named',
        find: ', problems: [...problems] })',
        replace: ' })',
      },
      {
        effect: 'one import that ends is the end of all',
        find: `failure: problem })
      .where(eq(imports.id, id))`,
        replace: 'failure: problem })',
      },
      {
        effect: 'an import that failed is shown as whole',
        find: 'failure: problem })',
        replace: 'failure: null })',
      },
      {
        effect: 'an import never ends',
        find: 'finishedAt: sql`now()`, ',
        replace: '',
      },
    ],
  },
]
