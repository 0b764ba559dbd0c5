import type { MutatedFile } from '../mutant'

const START = 'db/queries/batch/start-batch.integration.test.ts'
const AGAIN = 'lib/batch/start-batch.integration.test.ts'
const RUN = 'lib/batch/run-batch.integration.test.ts'

/** The guards by which each row of a batch is planned once, taken up once and ended once. */
const PLANNED_ONCE: readonly MutatedFile[] = [
  {
    file: 'db/queries/batch/start-batch.ts',
    tests: [START],
    mutants: [
      {
        effect: 'a batch is started twice',
        find: "id = ${batchId}::uuid and state = 'rehearsed' and actor_id = ${actor.userId}",
        replace: 'id = ${batchId}::uuid and actor_id = ${actor.userId}',
      },
      {
        effect: 'a person starts the rehearsal of another one',
        find: "state = 'rehearsed' and actor_id = ${actor.userId}",
        replace: "state = 'rehearsed'",
      },
      {
        effect: 'a batch is started with a row that has changed since',
        find: 'revision = ${start.revision} and ',
        replace: '',
      },
      {
        effect: 'a batch is started for other sums than were confirmed',
        find: 'and ${addsUpTo(batchId, start.sums)}',
        replace: '',
      },
      {
        effect: 'what another batch has planned is planned again',
        find: '              and ${isPlannedElsewhere()}\n',
        replace: '              and false\n',
      },
    ],
  },
  {
    file: 'db/migrations/0022_batches.sql',
    tests: [START],
    mutants: [
      {
        effect: 'two batches plan the same at the same moment',
        find: 'CREATE UNIQUE INDEX "batch_rows_planned_once"',
        replace: 'CREATE INDEX "batch_rows_planned_once"',
      },
    ],
  },
  {
    file: 'db/queries/batch/claim-rows.ts',
    tests: [RUN],
    mutants: [
      {
        effect: 'a row is taken up by two instances at once',
        find: '          for update skip locked\n',
        replace: '',
      },
      {
        effect: 'a row is taken up while its batch is paused',
        find: "where batches.id = waiting.batch_id and batches.state = 'running'",
        replace: 'where batches.id = waiting.batch_id',
      },
      {
        effect: 'a connection gets more rows at a time than its limit',
        find: 'greatest(0, ${perConnection}::int - (',
        replace: 'greatest(0, ${perConnection}::int + (',
      },
    ],
  },
  {
    file: 'db/queries/batch/end-row.ts',
    tests: [START],
    mutants: [
      {
        effect: 'a row is ended by an instance that has lost it',
        find: "where batch_id = ${row.batchId}::uuid and number = ${row.number}\n        and state = 'begun' and tries = ${row.tries}",
        replace: 'where batch_id = ${row.batchId}::uuid and number = ${row.number}',
      },
    ],
  },
  {
    file: 'db/queries/batch/end-row.ts',
    tests: [RUN],
    mutants: [
      {
        effect: 'a batch goes on however many of its rows are refused',
        find: "where id = ${batchId}::uuid and state = 'running'\n",
        replace: "where id = ${batchId}::uuid and state = 'rehearsed'\n",
      },
    ],
  },
  {
    file: 'db/queries/batch/tend-batches.ts',
    tests: [RUN],
    mutants: [
      {
        effect: 'a row is taken from an instance that works on it',
        find: "where state = 'begun' and lease_until <= now()",
        replace: "where state = 'begun'",
      },
      {
        effect: 'the row of an instance that is gone is lost',
        find: "          else 'waiting'\n",
        replace: "          else 'withdrawn'\n",
      },
      {
        effect: 'a row of a batch that was ended is begun after all',
        find: "          when batch.state = 'ended' then 'withdrawn'\n",
        replace: '',
      },
    ],
  },
]

/** What a row's operation is begun with, and by whom. */
const FRESH: readonly MutatedFile[] = [
  {
    file: 'lib/batch/run-row.ts',
    tests: [RUN],
    mutants: [
      {
        effect: 'an instance that lost a row long ago still writes its intent',
        find: 'requestedAt: row.claimedAt,',
        replace: 'requestedAt: new Date().toISOString(),',
      },
      {
        effect: 'a row is started for a person who is disabled',
        find: 'if (row.isDisabled)',
        replace: 'if (row.tries < 0)',
      },
      {
        effect: 'a row is started for a person who has lost the right',
        find: 'if (!permitted.ok) return permitted.error',
        replace: 'if (row.tries < 0 && !permitted.ok) return permitted.error',
      },
      {
        effect: 'a row is given up because another operation is open',
        find: "error.code === 'operation_open' ||",
        replace: '',
      },
    ],
  },
  {
    file: 'lib/batch/rehearse-row.ts',
    tests: [AGAIN],
    mutants: [
      {
        effect: 'the same file again is not recognised',
        find: 'JSON.stringify([kind, paymentId, intent, label])',
        replace: 'JSON.stringify([kind, paymentId, intent, label, performance.now()])',
      },
    ],
  },
  {
    file: 'lib/batch/start-batch.ts',
    tests: [RUN],
    mutants: [
      {
        effect: 'refunds are started in a batch without the second factor that they need',
        find: 'if (!proved.ok) return proved',
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/batch/row-shown.ts',
    tests: ['db/queries/batch/list-batch-rows.integration.test.ts'],
    mutants: [
      {
        effect: 'a batch shows payments of connections that the reader does not see',
        find: 'else ${within} end',
        replace: 'else true end',
      },
      {
        effect: 'a batch shows rows without a payment to people who did not make it',
        find: 'then ${madeBy} = ${userId}::uuid',
        replace: 'then true',
      },
    ],
  },
]

/** Batches: nothing twice, nothing lost, and by whose right. */
export const BATCHES: readonly MutatedFile[] = [...PLANNED_ONCE, ...FRESH]
