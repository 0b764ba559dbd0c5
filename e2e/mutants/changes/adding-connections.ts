import type { MutatedFile } from '../mutant'

const ADDING = ['lib/connections/add-connection.integration.test.ts']
const IMPORTING = ['lib/sync/background-import.integration.test.ts']

/** Adding a connection in the browser, and the imports that people ask for. */
export const ADDING_CONNECTIONS: readonly MutatedFile[] = [
  {
    file: 'db/migrations/0015_connections_in_browser.sql',
    tests: ADDING,
    mutants: [
      {
        effect: 'who sees some connections adds one',
        find: '    WHERE connection_ids IS NULL\n',
        replace: '',
      },
      {
        effect: 'a connection is added by who sees fewer connections by now',
        find: '      AND connection_ids IS NOT DISTINCT FROM request.connection_ids\n',
        replace: '',
      },
      {
        effect: 'the audit entry of a new connection has no address',
        find: '      request.reason, request.address,\n',
        replace: '      request.reason, NULL,\n',
      },
    ],
  },
  {
    file: 'db/migrations/0015_connections_in_browser.sql',
    tests: IMPORTING,
    mutants: [
      {
        effect: 'a connection is imported twice at once',
        find: 'CREATE UNIQUE INDEX imports_running ON imports (connection_id)\nWHERE',
        replace: 'CREATE UNIQUE INDEX imports_running ON imports (connection_id, id)\nWHERE',
      },
    ],
  },
  {
    file: 'db/queries/sync/background-imports.ts',
    tests: IMPORTING,
    mutants: [
      {
        effect: 'an import is taken from the process that does it',
        find: 'where in_background and finished_at is null and lease_until <= now()',
        replace: 'where in_background and finished_at is null',
      },
      {
        effect: 'a process that has lost its import ends it',
        find: `update imports set finished_at = now(), failure = \${problem}
      where id = \${id} and tries = \${tries} and`,
        replace: `update imports set finished_at = now(), failure = \${problem}
      where id = \${id} and`,
      },
      {
        effect: 'a process that has lost its import still counts',
        find: `        reached = \${reached === null ? null : JSON.stringify(reached)}::jsonb
      where id = \${id} and tries = \${tries} and`,
        replace: `        reached = \${reached === null ? null : JSON.stringify(reached)}::jsonb
      where id = \${id} and`,
      },
      {
        effect: 'the import of a connection out of scope is shown',
        find: 'and ${withinScope(scope, sql`connection_id`) ?? sql`true`}',
        replace: '',
      },
    ],
  },
  {
    file: 'lib/connections/replace-secret.ts',
    tests: ['lib/connections/replace-secret.integration.test.ts'],
    mutants: [
      {
        effect: 'settings that cannot hold together are stored',
        find: 'if (contradictory?.fields.some((field) => changed.includes(field)) === true)',
        replace: 'if (false as boolean)',
      },
      {
        effect: 'a contradiction that was stored before keeps every new secret out',
        find: 'contradictory?.fields.some((field) => changed.includes(field)) === true',
        replace: 'contradictory !== null',
      },
    ],
  },
]
