import type { MutatedFile } from '../mutant'

/** The statements that keep what providers show. */
export const PAYMENTS: readonly MutatedFile[] = [
  {
    file: 'db/queries/sync/sync-runs.ts',
    tests: ['db/queries/sync/sync-runs.integration.test.ts'],
    mutants: [
      {
        effect: 'a list is read before its time',
        find: 'select id from connections where poll_due_at <= now()',
        replace: 'select id from connections',
      },
      {
        effect: 'two instances read one list',
        find: `        for no key update skip locked
`,
        replace: '',
      },
      {
        effect: 'a claim leases no sync run',
        find: "poll_due_at = now() + ${leaseMs} * interval '1 millisecond'",
        replace: 'poll_due_at = now()',
      },
      {
        effect: 'a sync run that got stuck stays so',
        find: `case when (sync_cursor->>'startedAt')::timestamptz > now() - \${longestRunMs}::float8 * interval '1 millisecond'
          then sync_cursor end as reached`,
        replace: 'sync_cursor as reached, ${longestRunMs}::float8 as ignored',
      },
      {
        effect: 'no overlap: changes while clocks differ are missed',
        find: "(polled_until - ${overlapMs} * interval '1 millisecond')",
        replace: "(polled_until - ${overlapMs} * interval '0 millisecond')",
      },
      {
        effect: 'a sync run goes on after its end',
        find: `        sync_cursor = null,
`,
        replace: `        sync_cursor = sync_cursor,
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
        effect: 'a change newer than the sync run’s beginning is believed',
        find: 'then least(${run.newest}::timestamptz, ${run.startedAt}::timestamptz) end',
        replace: 'then greatest(${run.newest}::timestamptz, ${run.startedAt}::timestamptz) end',
      },
      {
        effect: 'an empty list counts as seen',
        find: `case when \${run.newest}::timestamptz is not null
            then least`,
        replace: `case when true
            then least`,
      },
      {
        effect: 'every connection keeps the sync run',
        find: `      where id = \${connectionId} and poll_due_at = \${dueAt}::timestamptz\`),
  )
}

/**
 * Has`,
        replace: `      where id = \${connectionId} or poll_due_at = \${dueAt}::timestamptz\`),
  )
}

/**
 * Has`,
      },
      {
        effect: 'a turn from before a restart keeps its position',
        find: `and poll_due_at = \${dueAt}::timestamptz\`),
  )
}

/**
 * Has`,
        replace: `and \${dueAt}::text is not null\`),
  )
}

/**
 * Has`,
      },
      {
        effect: 'a turn from before a restart ends it',
        find: `        ),
        poll_due_at = now() + \${dueInMs} * interval '1 millisecond'
      where id = \${connectionId} and poll_due_at = \${dueAt}::timestamptz`,
        replace: `        ),
        poll_due_at = now() + \${dueInMs} * interval '1 millisecond'
      where id = \${connectionId} and \${dueAt}::text is not null`,
      },
    ],
  },
  {
    file: 'db/queries/sync/upsert-transaction.ts',
    tests: ['db/queries/sync/upsert-transaction.integration.test.ts'],
    mutants: [
      {
        effect: 'an older read replaces what is known',
        find: `        where known.read_at <= excluded.read_at
          and known`,
        replace: '        where known',
      },
      {
        effect: 'a read with fewer events replaces what is known',
        find: `          and known.event_count <= excluded.event_count + \${vanishedCount(snapshot)}
`,
        replace: '',
      },
      {
        effect: 'any missing event counts as vanished',
        find: "stored.state = 'pending' and not",
        replace: "stored.state <> '' and not",
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
        find: `reserved_capture_minor = greatest(0, least(
            known.reserved_capture_minor,
            excluded.authorized_minor - excluded.captured_minor - excluded.released_minor
          ))`,
        replace: 'reserved_capture_minor = known.reserved_capture_minor',
      },
      {
        effect: 'figures that contradict each other make reads fail while something is reserved',
        find: `reserved_refund_minor = greatest(0, least(
            known.reserved_refund_minor, excluded.captured_minor - excluded.refunded_minor
          ))`,
        replace: `reserved_refund_minor = least(
            known.reserved_refund_minor, excluded.captured_minor - excluded.refunded_minor
          )`,
      },
      {
        effect: 'figures that contradict each other are not flagged',
        find: '          is_contradictory = excluded.is_contradictory,\n',
        replace: '',
      },
      {
        effect: 'a payment that is read again stays among the unread',
        find: 'and unread_payments.provider_transaction_id = ${snapshot.providerTransactionId}',
        replace: 'and false',
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
