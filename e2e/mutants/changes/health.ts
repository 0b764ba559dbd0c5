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
        find: `
          where processed_at is null
        ) as "webhookLagS"`,
        replace: `
        ) as "webhookLagS"`,
      },
      {
        effect: 'a payment counts as unread at once',
        find: ' where since < now() - ${SHOWN_AFTER}',
        replace: '',
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
