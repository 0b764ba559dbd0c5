import type { MutatedFile } from '../mutant'

/** The statements that write outcomes and checks. */
export const OUTCOME: readonly MutatedFile[] = [
  {
    file: 'db/queries/operations/record-outcome.ts',
    tests: [
      'db/queries/operations/record-outcome-guard.integration.test.ts',
      'db/queries/operations/record-outcome.integration.test.ts',
      'db/queries/operations/kept-snapshot.integration.test.ts',
    ],
    mutants: [
      {
        effect: 'state it comes from not in the guard: a settled operation is settled again',
        find: ' and state in ${statesBefore(outcome.state)}',
        replace: '',
      },
      {
        effect: 'a closed operation has no time of settling',
        find: 'settled_at = case when ${closed} then now() end',
        replace: 'settled_at = null',
      },
      {
        effect: 'the lease stays with an outcome',
        find: `          leased_until = null
`,
        replace: `          leased_until = leased_until
`,
      },
      {
        effect: 'no next check after an outcome that stays open',
        find: "next_check_at = now() + ${outcome.checkAfterMs}::bigint * interval '1 millisecond'",
        replace: 'next_check_at = null',
      },
      {
        effect: 'the reference of the provider is forgotten',
        find: 'coalesce(${outcome.providerReference}, provider_reference)',
        replace: '${outcome.providerReference}',
      },
      {
        effect: 'the attempt is finished a second time',
        find: ' and finished_at is null',
        replace: '',
      },
      {
        effect: 'every attempt is finished',
        find: 'attempts.id = ${outcome.attempt?.id ?? null} and',
        replace: '(${outcome.attempt?.id ?? null}::uuid is not null or true) and',
      },
      {
        effect: 'no read is due after a snapshot',
        find: '${closed && outcome.snapshot !== null}',
        replace: '${closed && outcome.snapshot === null}',
      },
      {
        effect: 'a read is due though all of the snapshot is kept',
        find: ' and not is_kept',
        replace: '',
      },
      {
        effect: 'a read is due without a snapshot',
        find: '${closed && outcome.snapshot !== null}',
        replace: '${closed}',
      },
      {
        effect: 'repair is reported as the requester',
        find: "return by === 'requester'",
        replace: "return by !== 'requester'",
      },
      {
        effect: 'the payment stays held by a closed operation',
        find: 'open_operation_id = case when ${closed} then null else open_operation_id end',
        replace: 'open_operation_id = open_operation_id',
      },
      {
        effect: 'an open outcome frees the reservation: money is reserved twice',
        find: 'reserved_capture_minor = case when ${closed} then 0 else',
        replace: 'reserved_capture_minor = case when true then 0 else',
      },
      {
        effect: 'a refund stays reserved',
        find: 'reserved_refund_minor = case when ${closed} then 0 else reserved_refund_minor end',
        replace: 'reserved_refund_minor = reserved_refund_minor',
      },
      {
        effect: 'an open outcome brings amounts',
        find: 'if (snapshot === null || !closed) return freed',
        replace: 'if (snapshot === null) return freed',
      },
      {
        effect: 'amounts of another currency are taken over',
        find: 'transactions.currency = ${snapshot?.currency ?? null} and (',
        replace: '(',
      },
      {
        effect: 'older amounts are taken over',
        find: '(event_count = ${count} and read_at <= ${began})',
        replace: 'event_count = ${count}',
      },
      {
        effect: 'amounts of fewer events are taken over',
        find: 'event_count < ${count} or',
        replace: 'event_count <> ${count} or',
      },
      {
        effect: 'released amounts are not taken over',
        find: 'released_minor = ${newer(totals.releasedMinor, sql`released_minor`)}',
        replace: 'released_minor = released_minor',
      },
      {
        effect: 'the status does not follow the amounts',
        find: `status = \${newer(deriveStatus(snapshot.phase, totals), sql\`status\`)},
    provider`,
        replace: 'provider',
      },
      {
        effect: 'the reason is missing in the audit trail',
        find: `request_id, id,
          reason,`,
        replace: `request_id, id,
          null,`,
      },
      {
        effect: 'an attempt is noted as unknown though its outcome is known',
        find: "isAttemptOutcome(outcome.state) ? outcome.state : 'unknown'",
        replace: "'unknown'",
      },
    ],
  },
  {
    file: 'db/queries/operations/kept-snapshot.ts',
    tests: ['db/queries/operations/kept-snapshot.integration.test.ts'],
    mutants: [
      {
        effect: 'a snapshot replaces a read that has begun since',
        find: 'connection_id = ${connectionId} and read_at <= ${began}',
        replace: 'connection_id = ${connectionId} and ${began} is not null',
      },
      {
        effect: 'a snapshot of another payment is kept',
        find: 'and provider_transaction_id = ${snapshot.providerTransactionId}',
        replace: '',
      },
      {
        effect: 'a snapshot of another connection is kept',
        find: 'connection_id = ${connectionId} and read_at',
        replace: '${connectionId}::text is not null and read_at',
      },
      {
        effect: 'items and events are written of a payment that is not kept',
        find: ' from changed where is_kept',
        replace: ' from changed',
      },
      {
        effect: 'a payment that is not kept gets the rest of the snapshot',
        find: 'case when known.is_kept then shown.${name} else transactions.${name} end',
        replace: 'shown.${name}',
      },
      {
        effect: 'the order’s reference is not kept',
        find: 'order_reference: snapshot.orderReference,',
        replace: 'order_reference: null,',
      },
    ],
  },
  {
    file: 'lib/operations/runner/write-outcome.ts',
    tests: ['lib/operations/runner/settle-send.integration.test.ts'],
    mutants: [
      {
        effect: 'the amounts are lost with the rest of a payment that is refused',
        find: 'return writeOutcome(database, withAmounts)',
        replace: 'return writeOutcome(database, { ...withAmounts, snapshot: null })',
      },
    ],
  },
  {
    file: 'db/queries/operations/record-check.ts',
    tests: ['db/queries/operations/record-check.integration.test.ts'],
    mutants: [
      {
        effect: 'a settled operation is noted as checked',
        find: ' and settled_at is null',
        replace: '',
      },
      {
        effect: 'the lease stays with a check',
        find: `        leased_until = null
`,
        replace: `        leased_until = leased_until
`,
      },
      {
        effect: 'absence is not counted from the beginning again',
        find: 'then absent_reads + 1 else 0 end',
        replace: 'then absent_reads + 1 else absent_reads end',
      },
      {
        effect: 'absence is counted with every check',
        find: 'case when ${due.absent} then',
        replace: 'case when true then',
      },
      {
        effect: 'checks are not counted',
        find: '${due.isCounted ? 1 : 0}',
        replace: '${due.isCounted ? 0 : 0}',
      },
      {
        effect: 'every check counts',
        find: '${due.isCounted ? 1 : 0}',
        replace: '${due.isCounted ? 1 : 1}',
      },
      {
        effect: 'a check before its time moves the schedule',
        find: 'if (due === null) return sql``',
        replace: 'if (due === null) return sql`checks = checks + 1,`',
      },
      {
        effect: 'an overdue check loses its place in the queue',
        find: ' and next_check_at > now()`',
        replace: ' `',
      },
      {
        effect: 'a review is hastened',
        find: "('pending', 'unknown') and next",
        replace: "('pending', 'unknown', 'needs_review') and next",
      },
      {
        effect: 'a send that goes on is hastened',
        find: "('pending', 'unknown') and next",
        replace: "('sending', 'pending', 'unknown') and next",
      },
      {
        effect: 'what was found is not kept',
        find: `        last_check_found = \${JSON.stringify(check.found)}::jsonb,
`,
        replace: '',
      },
    ],
  },
]
