import type { MutatedFile } from '../mutant'

const CHANGES = 'lib/connections/change-connection.integration.test.ts'
const SECRETS = 'lib/connections/replace-secret.integration.test.ts'

/** Changing, disabling and removing a connection: the guards of its statements. */
export const CONNECTIONS: readonly MutatedFile[] = [
  {
    file: 'db/migrations/0016_changed_connections.sql',
    tests: [CHANGES, SECRETS],
    mutants: [
      {
        effect: 'a connection is removed over an intent that is being written',
        find: 'FROM connections WHERE id = target_id FOR UPDATE;',
        replace: 'FROM connections WHERE id = target_id;',
      },
      {
        effect: 'a connection is changed by who does not see it',
        find: `    IF NOT is_scope_within(ARRAY[target_id], request.connection_ids) THEN
      RETURN 'unknown';
    END IF;
`,
        replace: '',
      },
      {
        effect: 'a connection is changed by who is no admin any more',
        find: `    IF NOT FOUND THEN
      RETURN 'actor_changed';
    END IF;
`,
        replace: '',
      },
      {
        effect: 'a closed connection is changed',
        find: `  IF found_closed IS NOT NULL THEN
    RETURN 'closed';
  END IF;
`,
        replace: '',
        unnoticedBecause:
          'the use case reads it first, and the trigger refuses what would reopen it',
      },
      {
        effect: 'a change that the person has not seen is written over',
        find: 'IF found_version <> seen THEN',
        replace: 'IF false THEN',
      },
      {
        effect: 'a closed connection gets a secret again',
        find: "NEW.closed_at IS NULL OR NEW.secret_ciphertext <> '' OR NEW.disabled_at IS NULL",
        replace: 'false',
      },
      {
        effect: 'an account whose payments are here gets lost',
        find: 'WHERE connection_id = target_id AND NOT account = ANY (next_accounts)',
        replace: 'WHERE false',
      },
      {
        effect: 'a connection is removed while an operation is open',
        find: `    RETURN 'operations_open';`,
        replace: '    NULL;',
      },
      {
        effect: 'a connection is removed under another name than was typed',
        find: "IF typed_name IS DISTINCT FROM detail ->> 'name' THEN",
        replace: 'IF false THEN',
      },
      {
        effect: 'a connection with payments is asked to go away',
        find: 'IF NOT EXISTS (SELECT FROM transactions WHERE connection_id = target_id)',
        replace: 'IF true',
      },
      {
        effect: 'the secret of a removed connection stays',
        find: `    disabled_at = coalesce(disabled_at, now()),
    secret_ciphertext = '',`,
        replace: '    disabled_at = coalesce(disabled_at, now()),',
      },
      {
        effect: 'payments of a removed connection stay scheduled',
        find: 'transactions.id = scheduled_reads.transaction_id AND transactions.connection_id = target_id',
        replace: 'false',
      },
      {
        effect: 'what signed webhooks before is deleted at once',
        find: 'WHERE previous_webhook_until <= now()',
        replace: 'WHERE previous_webhook_until IS NOT NULL',
      },
      {
        effect: 'an enabled connection waits for its turn',
        find: 'poll_due_at = CASE WHEN is_enabled THEN now() ELSE poll_due_at END,',
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/operations/insert-intent.ts',
    tests: [CHANGES],
    mutants: [
      {
        effect: 'an operation begins while its connection is being disabled',
        find: `          and disabled_at is null
        for key share`,
        replace: '          and disabled_at is null',
      },
      {
        effect: 'an operation begins through a disabled connection',
        find: `          and disabled_at is null
        for key share`,
        replace: '        for key share',
      },
    ],
  },
  {
    file: 'db/queries/sync/sync-runs.ts',
    tests: [CHANGES],
    mutants: [
      {
        effect: 'the list of a disabled connection is read',
        find: 'where poll_due_at <= now() and disabled_at is null',
        replace: 'where poll_due_at <= now()',
      },
      {
        effect: 'an intent that is being written keeps the list from its turn',
        find: 'for no key update skip locked',
        replace: 'for update skip locked',
      },
    ],
  },
  {
    file: 'lib/sync/receive-webhook.ts',
    tests: [SECRETS, CHANGES],
    mutants: [
      {
        effect: 'webhooks signed with the secret before are refused',
        find: 'return before.ok ? before : reading',
        replace: 'return reading',
      },
      {
        effect: 'a closed connection takes webhooks',
        find: ' || connection.closedAt !== null) return null',
        replace: ') return null',
      },
    ],
  },
  {
    file: 'lib/connections/webhook-secrets.ts',
    tests: [SECRETS],
    mutants: [
      {
        effect: 'what signed webhooks before counts for ever',
        find: ' || until <= now) return',
        replace: ') return',
      },
    ],
  },
  {
    file: 'lib/connections/replace-secret.ts',
    tests: [SECRETS],
    mutants: [
      {
        effect: 'a secret is stored that the provider has refused',
        find: '    if (!check.ok) return refusedBy(check)\n',
        replace: '',
      },
      {
        effect: 'a test connection becomes a live one',
        find: "    if (write.isTest !== connection.isTest) return unchanged('other_environment')\n",
        replace: '',
      },
      {
        effect: 'a secret gets in with the settings',
        find: '.filter(([field]) => !names.includes(field))',
        replace: '',
      },
    ],
  },
]
