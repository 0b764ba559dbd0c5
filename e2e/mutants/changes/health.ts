import type { MutatedFile } from '../mutant'

/** What tells operators that something is wrong, and who may ask. */
export const HEALTH: readonly MutatedFile[] = [
  {
    file: 'lib/health/is-ready.ts',
    tests: ['lib/health/is-ready.integration.test.ts'],
    mutants: [
      {
        effect: 'a read-only database is ready',
        find: 'const isWritable = !isReadOnly && (await takesWrites(database))',
        replace: 'const isWritable = true',
      },
      {
        effect: 'an older schema is ready',
        find: 'if (applied < MIGRATIONS.length)',
        replace: 'if (applied < 0)',
      },
      {
        effect: 'a full disk is forgotten at once',
        find: '  if (sinceDiskFullMs < LIMITS.health.diskFullMs) return false\n',
        replace: '',
      },
      {
        effect: 'a full disk is forgotten after a while, because a small write still fits',
        find: 'needsNewPages: sinceDiskFullMs !== Infinity',
        replace: 'needsNewPages: false',
      },
      {
        effect: 'a disk that was full once is tried with large writes for ever',
        find: '    database.noteRoomOnDisk()\n',
        replace: '',
      },
      {
        effect: 'a wrong key is ready',
        find: 'countUnreadable(unreadable) < unreadable.checked',
        replace: 'countUnreadable(unreadable) <= unreadable.checked',
      },
      {
        effect: 'one damaged secret takes all instances out of service',
        find: 'countUnreadable(unreadable) < unreadable.checked',
        replace: 'countUnreadable(unreadable) === 0',
      },
      {
        effect: 'an instance that stops is ready',
        find: "if (stoppingSignal().aborted) return ['stopping']",
        replace: '',
      },
      {
        effect: 'silent jobs are ready',
        find: "return isSilent ? ['jobs'] : []",
        replace: 'return isSilent ? [] : []',
      },
    ],
  },
  {
    file: 'db/queries/health.ts',
    tests: ['lib/health/expose-metrics.integration.test.ts'],
    mutants: [
      {
        effect: 'a check that is under way counts as overdue',
        find: ' and (leased_until is null or leased_until < now())',
        replace: '',
      },
      {
        effect: 'webhooks that were read long ago are behind',
        find: 'where processed_at is null and closed_at',
        replace: 'where closed_at',
      },
      {
        effect: 'a payment counts as unread at once',
        find: ' where since < now() - ${SHOWN_AFTER}',
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/health.ts',
    tests: ['lib/connections/connection-fault.integration.test.ts'],
    mutants: [
      {
        effect: 'a list whose polls all fail is not behind',
        find: 'sql`least(poll_due_at, poll_owed_since)`',
        replace: 'sql`poll_due_at`',
      },
      {
        effect: 'payments whose reads all fail are not behind',
        find: '(select min(due_at) from scheduled_reads), (select min(owed_since) from scheduled_reads)',
        replace: '(select min(due_at) from scheduled_reads)',
      },
      {
        effect: 'webhooks whose reads all fail are not behind',
        find: 'sql`min(received_at)`',
        replace: 'sql`min(due_at)`',
      },
      {
        effect: 'one payment that makes no sense has webhooks behind for days',
        find: `unread.reason not in ('not_found', 'unavailable')`,
        replace: 'false',
      },
    ],
  },
  {
    file: 'lib/health/figures.ts',
    tests: ['lib/connections/connection-fault.integration.test.ts'],
    mutants: [
      {
        effect: 'a provider that is away for a moment wakes an operator',
        find: `(fault !== 'unavailable' || faultS > THRESHOLDS.unansweredS)`,
        replace: 'faultS >= 0',
      },
    ],
  },
  {
    file: 'lib/connections/connection-client.ts',
    tests: ['lib/connections/connection-fault.integration.test.ts'],
    mutants: [
      {
        effect: 'a secret that the provider refuses to list with is noticed nowhere',
        find: "  await noteUse(database, connection, 'list', page)\n",
        replace: '',
      },
    ],
  },
  {
    file: 'lib/sync/read-payment.ts',
    tests: ['lib/connections/connection-fault.integration.test.ts'],
    mutants: [
      {
        effect: 'a secret that the provider refuses to read with is noticed nowhere',
        find: "  await noteUse(database, connection, 'read', read)\n",
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/sync/connection-checks.ts',
    tests: ['db/queries/sync/connection-checks.integration.test.ts'],
    mutants: [
      {
        effect: 'a read that began with the secret before speaks for the new one',
        find: "        and date_trunc('milliseconds', updated_at) = ${updatedAt.toISOString()}::timestamptz\n",
        replace: '',
      },
      {
        effect: 'each read of a payment writes to the connection',
        find: 'when check_problem is not distinct from ${fault}::text then ${isOlder(notedAgainMs)}',
        replace: 'when check_problem is not distinct from ${fault}::text then true',
      },
      {
        effect: 'one response that is missing makes a connection one that does not work',
        find: 'then check_problem is null and ${isOlder(unansweredMs)}',
        replace: 'then check_problem is null',
      },
      {
        effect: 'a right to list that is missing is forgotten with the next read',
        find: 'check_source = ${source}::text\n            or check_problem in',
        replace: "check_source <> ''\n            or check_problem in",
      },
      {
        effect: 'since when a connection does not work begins anew with each fault',
        find: 'else coalesce(failing_since, now())',
        replace: 'else now()',
      },
      {
        effect: 'a person may have a provider asked again and again',
        find: 'where id = ${id} and closed_at is null and coalesce(tested_at',
        replace: 'where id = ${id} and closed_at is null or coalesce(tested_at',
      },
      {
        effect: 'a disabled connection is tested by itself',
        find: 'where disabled_at is null and closed_at is null',
        replace: 'where closed_at is null',
      },
    ],
  },
  {
    file: 'lib/access/metrics-reader.ts',
    tests: ['lib/edge/create-guard.test.ts'],
    mutants: [
      {
        effect: 'what a proxy passes on reads the metrics',
        find: 'return !isForwarded && ',
        replace: 'return ',
      },
      {
        effect: 'a wrong token reads the metrics from this machine',
        find: 'return token !== null && isSame(authorization, `Bearer ${token}`)',
        replace: 'if (isSame(authorization, `Bearer ${token}`)) return true',
      },
    ],
  },
  {
    file: 'lib/edge/create-guard.ts',
    tests: ['lib/edge/create-guard.test.ts'],
    mutants: [
      {
        effect: 'a client says by itself that it may read the metrics',
        find: "headers[METRICS_HEADER] = isReader ? '1' : '0'",
        replace: "if (isReader) headers[METRICS_HEADER] = '1'",
      },
    ],
  },
  {
    file: 'db/migrate.ts',
    tests: ['db/migrate.integration.test.ts'],
    mutants: [
      {
        effect: 'the application starts on a database without the newest migration',
        find: 'if (applied < wanted.length) throw',
        replace: 'if (applied < 0) throw',
      },
    ],
  },
]
