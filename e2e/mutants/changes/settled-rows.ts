import type { MutatedFile } from '../mutant'

const WALLS = ['db/settled-rows.integration.test.ts']

/** The walls around what is settled, and around the audit trail when a backup is restored. */
export const SETTLED_ROWS: readonly MutatedFile[] = [
  {
    file: 'db/migrations/0018_settled_rows.sql',
    tests: WALLS,
    mutants: [
      {
        effect: 'a settled operation is opened again',
        find: 'FOR EACH ROW WHEN (OLD.settled_at IS NOT NULL) EXECUTE',
        replace:
          'FOR EACH ROW WHEN (OLD.settled_at IS NULL AND OLD.settled_at IS NOT NULL) EXECUTE',
      },
      {
        effect: 'a settled operation is deleted',
        find: 'operations_settled BEFORE UPDATE OR DELETE ON',
        replace: 'operations_settled BEFORE UPDATE ON',
      },
      {
        effect: 'the answer of an attempt that ended is replaced',
        find: 'attempts_ended BEFORE UPDATE OR DELETE ON',
        replace: 'attempts_ended BEFORE DELETE ON',
      },
      {
        effect: 'a decision is changed after the operation was settled by it',
        find: '      AND settled_at <> transaction_timestamp()\n',
        replace: '      AND false\n',
      },
      {
        effect: 'a decision is added to a settled operation',
        find: 'review_decisions_settled BEFORE INSERT OR UPDATE OR DELETE ON',
        replace: 'review_decisions_settled BEFORE UPDATE OR DELETE ON',
      },
    ],
  },
  {
    file: 'db/migrations/0018_settled_rows.sql',
    tests: ['lib/operations/decide-review.integration.test.ts'],
    mutants: [
      {
        effect: 'no decision settles anything any more',
        find: '      AND settled_at <> transaction_timestamp()\n',
        replace: '      AND settled_at IS NOT NULL\n',
      },
    ],
  },
  {
    file: 'db/migrations/0018_settled_rows.sql',
    tests: ['db/queries/access/local-way-in.integration.test.ts'],
    mutants: [
      {
        effect: 'the only person who can sign in by password is disabled',
        find: '  OR (NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL)\n',
        replace: '',
      },
      {
        effect: 'the emergency admin is no admin any more',
        find: "(NEW.role <> 'admin' AND OLD.role = 'admin')",
        replace: '(false)',
      },
      {
        effect: 'the emergency admin sees some connections only',
        find: '  OR (NEW.connection_ids IS NOT NULL AND OLD.connection_ids IS NULL)\n',
        replace: '',
      },
      {
        effect: 'the emergency admin has no password any more',
        find: '  OR (NEW.password_hash IS NULL AND OLD.password_hash IS NOT NULL)\n',
        replace: '',
      },
      {
        effect: 'no admin at all can be disabled once single sign-on is set',
        find: "      AND value -> 'localPasswords' = 'false'\n",
        replace: '',
      },
    ],
  },
  {
    file: 'db/migrations/0018_settled_rows.sql',
    tests: ['lib/audit/verify-chains.integration.test.ts'],
    mutants: [
      {
        effect: 'a restore of the data alone dates and hashes the audit trail anew',
        find: 'FOR EACH ROW WHEN (NEW.hash IS NOT NULL)',
        replace: 'FOR EACH ROW WHEN (false)',
      },
    ],
  },
  {
    file: 'db/queries/audit/audit-entries.ts',
    tests: ['lib/audit/dated-anew.integration.test.ts'],
    mutants: [
      {
        effect: 'a trail that was dated anew by a restore passes',
        find: 'and at not between created_at',
        replace: 'and false and at not between created_at',
      },
    ],
  },
  {
    file: 'db/app-role.sql',
    tests: WALLS,
    mutants: [
      {
        effect: 'the application changes the amount of an operation that it sends',
        find: 'REVOKE UPDATE ON operations, attempts, review_decisions FROM paydesk_app;\n',
        replace: '',
      },
    ],
  },
]
