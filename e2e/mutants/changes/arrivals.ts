import type { MutatedFile } from '../mutant'

/** The statements that take in what providers show and say. */
export const ARRIVALS: readonly MutatedFile[] = [
  {
    file: 'db/queries/webhook-deliveries.ts',
    tests: ['db/queries/webhook-deliveries.integration.test.ts'],
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
    file: 'db/queries/scheduled-reads.ts',
    tests: ['db/queries/scheduled-reads.integration.test.ts'],
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
        find: "due_at = now() + ${claim.retryMs} * interval '1 millisecond'",
        replace: 'due_at = now()',
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
    file: 'db/queries/schedule-next-read.ts',
    tests: ['db/queries/schedule-next-read.integration.test.ts'],
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
  {
    file: 'db/queries/list-walks.ts',
    tests: ['db/queries/list-walks.integration.test.ts'],
    mutants: [
      {
        effect: 'a list is asked before its time',
        find: 'from connections where poll_due_at <= now()',
        replace: 'from connections',
      },
      {
        effect: 'two instances walk one list',
        find: `        for update skip locked
`,
        replace: '',
      },
      {
        effect: 'a claim leases no walk',
        find: "poll_due_at = now() + ${leaseMs} * interval '1 millisecond'",
        replace: 'poll_due_at = now()',
      },
      {
        effect: 'a walk that got stuck stays so',
        find: `case when (walk->>'startedAt')::timestamptz > now() - \${walkMs}::float8 * interval '1 millisecond'
          then walk end as walk`,
        replace: 'walk, ${walkMs}::float8 as ignored',
      },
      {
        effect: 'no overlap: changes while clocks differ are missed',
        find: "(polled_until - ${overlapMs} * interval '1 millisecond')",
        replace: "(polled_until - ${overlapMs} * interval '0 millisecond')",
      },
      {
        effect: 'a walk goes on after its end',
        find: `        walk = null,
`,
        replace: `        walk = walk,
`,
      },
      {
        effect: 'what was seen is taken back',
        find: `greatest(
          polled_until,`,
        replace: `coalesce(
          null,`,
      },
      {
        effect: 'a change newer than the walk’s beginning is believed',
        find: 'then least(${walk.newest}::timestamptz, ${walk.startedAt}::timestamptz) end',
        replace: 'then greatest(${walk.newest}::timestamptz, ${walk.startedAt}::timestamptz) end',
      },
      {
        effect: 'an empty list counts as seen',
        find: `case when \${walk.newest}::timestamptz is not null
            then least`,
        replace: `case when true
            then least`,
      },
      {
        effect: 'every connection keeps the walk',
        find: `        poll_due_at = now() + \${dueInMs} * interval '1 millisecond'
      where id = \${connectionId}\`),
  )
}

/**`,
        replace: `        poll_due_at = now() + \${dueInMs} * interval '1 millisecond'
      where id = \${connectionId} or true\`),
  )
}

/**`,
      },
    ],
  },
  {
    file: 'db/queries/upsert-transaction.ts',
    tests: ['db/queries/upsert-transaction.integration.test.ts'],
    mutants: [
      {
        effect: 'an older read replaces what is known',
        find: `        where known.read_at <= excluded.read_at
          and known`,
        replace: '        where known',
      },
      {
        effect: 'a read with fewer events replaces what is known',
        find: `          and known.event_count <= excluded.event_count
`,
        replace: '',
      },
      {
        effect: 'a read in another currency replaces what is known',
        find: `          and known.currency = excluded.currency
`,
        replace: '',
      },
      {
        effect: 'a read of the same moment is lost',
        find: 'known.read_at <= excluded.read_at',
        replace: 'known.read_at < excluded.read_at',
      },
      {
        effect: 'a reservation above what is held makes reads fail',
        find: `reserved_capture_minor = least(
            known.reserved_capture_minor,
            excluded.authorized_minor - excluded.captured_minor - excluded.released_minor
          )`,
        replace: 'reserved_capture_minor = known.reserved_capture_minor',
      },
      {
        effect: 'released counts as left for a reservation',
        find: `excluded.authorized_minor - excluded.captured_minor - excluded.released_minor
`,
        replace: `excluded.authorized_minor - excluded.captured_minor
`,
      },
      {
        effect: 'a refund’s reservation above what is left makes reads fail',
        find: 'known.reserved_refund_minor, excluded.captured_minor - excluded.refunded_minor',
        replace: 'known.reserved_refund_minor, known.reserved_refund_minor',
      },
      {
        effect: 'lines that are gone stay',
        find: 'position >= ${snapshot.items.length}',
        replace: 'position > ${snapshot.items.length}',
      },
      {
        effect: 'a read forgets of which operation an event is',
        find: 'coalesce(excluded.operation_id, transaction_events.operation_id)',
        replace: 'excluded.operation_id',
      },
      {
        effect: 'the first count of events moves on',
        find: `          event_count = excluded.event_count
`,
        replace: `          event_count = excluded.event_count, first_event_count = excluded.event_count
`,
      },
      {
        effect: 'the status does not follow',
        find: `          status = excluded.status,
`,
        replace: '',
      },
      {
        effect: 'refunds elsewhere are not seen',
        find: `          refunded_minor = excluded.refunded_minor,
`,
        replace: '',
      },
      {
        effect: 'order reference does not follow',
        find: `          order_reference = excluded.order_reference,
`,
        replace: '',
      },
    ],
  },
]
