import type { MutatedFile } from '../../mutant'

/** The statements that hand out reads to do. */
export const ARRIVALS: readonly MutatedFile[] = [
  {
    file: 'db/queries/sync/webhook-deliveries.ts',
    tests: ['db/queries/sync/webhook-deliveries.integration.test.ts'],
    mutants: [
      {
        effect: 'a webhook is taken for a repetition of another account’s',
        find: 'target: [webhookDeliveries.connectionId, webhookDeliveries.deliveryId]',
        replace: 'target: [webhookDeliveries.deliveryId]',
      },
      {
        effect: 'a processed webhook is read again',
        find: 'where processed_at is null and due_at <= now()',
        replace: 'where due_at <= now()',
      },
      {
        effect: 'a webhook is read before its time',
        find: 'where processed_at is null and due_at <= now()',
        replace: 'where processed_at is null',
      },
      {
        effect: 'two instances read for one webhook',
        find: `        for update skip locked
`,
        replace: '',
      },
      {
        effect: 'a claim leases no webhook',
        find: "due_at = now() + ${claim.leaseMs} * interval '1 millisecond'",
        replace: 'due_at = now()',
      },
      {
        effect: 'tries are not counted: a webhook is tried for ever',
        find: 'tries = tries + 1',
        replace: 'tries = tries',
      },
      {
        effect: 'a webhook’s result is overwritten',
        find: `where processed_at is null and (
        id`,
        replace: `where (
        id`,
      },
      {
        effect: 'webhooks about other payments are closed',
        find: `          and provider_transaction_id = \${delivery.providerTransactionId}
`,
        replace: '',
      },
      {
        effect: 'webhooks of another account are closed',
        find: `connection_id = \${delivery.connectionId}
          and provider`,
        replace: ' provider',
      },
      {
        effect: 'webhooks that came after the read are closed',
        find: `          and received_at <= \${readAt}::timestamptz
`,
        replace: '',
      },
      {
        effect: 'a closed webhook is put off',
        find: 'where id = ${id} and processed_at is null`',
        replace: 'where id = ${id}`',
      },
      {
        effect: 'the newest webhooks are read first',
        find: `order by due_at
`,
        replace: `order by due_at desc
`,
      },
    ],
  },
  {
    file: 'db/queries/sync/scheduled-reads.ts',
    tests: ['db/queries/sync/scheduled-reads.integration.test.ts'],
    mutants: [
      {
        effect: 'a payment is read before its time',
        find: `        where due_at <= now()
`,
        replace: '',
      },
      {
        effect: 'two instances read one payment',
        find: `        for update skip locked
`,
        replace: '',
      },
      {
        effect: 'a claim leases no read',
        find: 'case when is_read then ${claim.retryMs}::float8',
        replace: 'case when is_read then 0::float8',
      },
      {
        effect: 'a read that was due later is not hastened',
        find: 'do update set due_at = excluded.due_at',
        replace: 'do nothing',
      },
      {
        effect: 'the longest overdue waits longest',
        find: `order by due_at
`,
        replace: `order by due_at desc
`,
      },
    ],
  },
  {
    file: 'db/queries/sync/schedule-next-read.ts',
    tests: ['db/queries/sync/schedule-next-read.integration.test.ts'],
    mutants: [
      {
        effect: 'a payment that is over is read for ever',
        find: "if (left === 'over') {",
        replace: "if (left === ('never' as string)) {",
      },
      {
        effect: 'a held payment is read as rarely as a captured one',
        find: "left === 'held' ? heldLongestMs : capturedLongestMs",
        replace: 'capturedLongestMs',
      },
      {
        effect: 'a captured payment is read as often as a held one',
        find: "left === 'held' ? heldLongestMs : capturedLongestMs",
        replace: 'heldLongestMs',
      },
      {
        effect: 'payments that came together are read together',
        find: '(2 * random() - 1)',
        replace: '0',
      },
      {
        effect: 'very old payments are read for ever',
        find: "then 'infinity'",
        replace: 'then now()',
      },
      {
        effect: 'a read is due at once after each change',
        find: '${milliseconds(shortestMs)}',
        replace: '${milliseconds(1)}',
      },
      {
        effect: 'a read is due only after as long as nothing has changed',
        find: '(now() - provider_updated_at) / ${ageDivisor}::float8',
        replace: '(now() - provider_updated_at) / (${ageDivisor}::float8 / 4)',
      },
    ],
  },
]
