import type { MutatedFile } from '../mutant'

/** What notices senders that are gone, and waits for limits on reads. */
export const DEAD_SENDS_AND_WAITS: readonly MutatedFile[] = [
  {
    file: 'lib/jobs/repair-loop.ts',
    tests: ['lib/jobs/repair-loop.integration.test.ts'],
    mutants: [
      {
        effect: 'one provider that hangs keeps the operations of all others unchecked',
        find: 'const limit = Math.min(free, perConnection - most)',
        replace: 'const limit = free',
      },
      {
        effect: 'operations of a connection that hangs keep being claimed',
        find: '{ limit, leaseMs, without })',
        replace: '{ limit, leaseMs })',
      },
    ],
  },
  {
    file: 'db/queries/operations/list-dead-sends.ts',
    tests: ['db/queries/operations/list-dead-sends.integration.test.ts'],
    mutants: [
      {
        effect: 'a living sender counts as dead',
        find: 'where not ${isSenderAlive(sql`attempt_id`)}',
        replace: 'where coalesce(${isSenderAlive(sql`attempt_id`)}, true)',
      },
      {
        effect: 'a send that is over counts as dead',
        find: "where state = 'sending' and finished_at is null",
        replace: "where state = 'sending'",
      },
    ],
  },
  {
    file: 'db/queries/operations/sender-lock.ts',
    tests: ['db/queries/operations/sender-lock.integration.test.ts'],
    mutants: [
      {
        effect: 'a lock whose connection has ended counts as held',
        find: 'session.endedConnections === endedBefore',
        replace: 'session.endedConnections >= endedBefore',
      },
      {
        effect: 'a lock that another holds counts as taken',
        find: 'if (isHeld && !granted.has(attemptId)) onError',
        replace: 'if (isHeld && granted.size > 1_000) onError',
      },
    ],
  },
  {
    file: 'lib/repair/follow-dead-sends.ts',
    tests: ['lib/repair/follow-dead-sends.integration.test.ts'],
    mutants: [
      {
        effect: 'a free lock is taken for proof that nothing was sent',
        find: "state: 'unknown',",
        replace: "state: 'not_sent',",
      },
      {
        effect: 'the check after a free lock waits for the deadline of the send',
        find: 'checkAfterMs: 0,',
        replace: 'checkAfterMs: LIMITS.operation.sendDeadlineMs,',
      },
    ],
  },
  {
    file: 'db/queries/sync/count-read.ts',
    tests: ['db/queries/sync/count-read.integration.test.ts'],
    mutants: [
      {
        effect: 'every read is granted',
        find: 'is_granted = ${isFree},',
        replace: 'is_granted = true,',
      },
      {
        effect: 'a read that was refused is counted',
        find: `
          else known.taken_at end,`,
        replace: `
          else known.taken_at || now() end,`,
      },
      {
        effect: 'reads of other payments count too',
        find: 'values (${connectionId}, ${subject}, array[now()], true, now())',
        replace: "values (${connectionId}, 'any', array[now()], true, now())",
      },
    ],
  },
  {
    file: 'db/queries/operations/record-wait.ts',
    tests: ['lib/repair/read-limits.integration.test.ts'],
    mutants: [
      {
        effect: 'a wait resets the proof of absence',
        find: 'leased_until = null',
        replace: 'leased_until = null, absent_reads = 0',
      },
      {
        effect: 'a wait counts as a check',
        find: 'leased_until = null',
        replace: 'leased_until = null, checks = checks + 1',
      },
      {
        effect: 'a wait keeps the lease',
        find: 'leased_until = null',
        replace: 'leased_until = leased_until',
      },
    ],
  },
  {
    file: 'lib/connections/connection-client.ts',
    tests: ['lib/repair/read-limits.integration.test.ts'],
    mutants: [
      {
        effect: 'each bundle has clients of its own',
        find: 'shared.paydeskClients ??= new WeakMap()',
        replace: 'shared.paydeskClients = new WeakMap()',
      },
    ],
  },
  {
    file: 'lib/sync/schedule-shown-ends.ts',
    tests: ['lib/sync/schedule-shown-ends.integration.test.ts'],
    mutants: [
      {
        effect: 'a list never makes a check due',
        find: 'if (!held.has(snapshot.providerTransactionId)) continue',
        replace: 'if (held.size >= 0) continue',
      },
      {
        effect: 'a read without the operation makes its check due',
        find: "if (kind !== 'absent') return kind !== 'pending' && kind !== 'unknown'",
        replace: "if (kind !== 'pending') return true",
      },
    ],
  },
]
