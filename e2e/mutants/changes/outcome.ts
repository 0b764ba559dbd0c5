import type { MutatedFile } from '../mutant'

/** The statements that write outcomes, checks and review decisions. */
export const OUTCOME: readonly MutatedFile[] = [
  {
    file: 'db/queries/record-outcome.ts',
    tests: [
      'db/queries/record-outcome-guard.integration.test.ts',
      'db/queries/record-outcome.integration.test.ts',
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
        effect: 'no next look after an outcome that stays open',
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
        effect: 'a read is due without a snapshot',
        find: '${closed && outcome.snapshot !== null}',
        replace: '${closed}',
      },
      {
        effect: 'repair is told as the requester',
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
    file: 'db/queries/record-check.ts',
    tests: ['db/queries/record-check.integration.test.ts'],
    mutants: [
      {
        effect: 'a settled operation is noted as looked at',
        find: ' and settled_at is null',
        replace: '',
      },
      {
        effect: 'the lease stays with a look',
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
        effect: 'absence is counted with every look',
        find: 'case when ${due.absent} then',
        replace: 'case when true then',
      },
      { effect: 'looks are not counted', find: 'checks = checks + 1', replace: 'checks = checks' },
      {
        effect: 'a look before its time moves the schedule',
        find: 'if (due === null) return sql``',
        replace: 'if (due === null) return sql`checks = checks + 1,`',
      },
      {
        effect: 'an overdue look loses its place in the queue',
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
  {
    file: 'db/queries/record-review-decision.ts',
    tests: ['db/queries/record-review-decision.integration.test.ts'],
    mutants: [
      {
        effect: 'what is not in review is decided',
        find: ` and state = 'needs_review'
`,
        replace: `
`,
      },
      {
        effect: 'the limit of one person is compared the wrong way round',
        find: 'amount_minor <= ${decision.onePersonMinor}',
        replace: 'amount_minor >= ${decision.onePersonMinor}',
      },
      {
        effect: 'the limit itself needs two people',
        find: 'amount_minor <= ${decision.onePersonMinor}',
        replace: 'amount_minor < ${decision.onePersonMinor}',
      },
      {
        effect: 'one person is two people',
        find: `              and other.actor_id <> \${actor.userId}
`,
        replace: '',
      },
      {
        effect: 'two people who disagree settle it',
        find: `              and other.verdict = \${verdict}
`,
        replace: '',
      },
      {
        effect: 'a decision on another operation counts',
        find: `other.operation_id = operations.id
              and`,
        replace: '',
      },
      {
        effect: 'a changed mind is not kept',
        find: 'verdict = excluded.verdict, reason = excluded.reason',
        replace: 'reason = excluded.reason',
      },
      {
        effect: 'the payment stays held after a review',
        find: 'open_operation_id = null, reserved_capture_minor = 0',
        replace: 'open_operation_id = open_operation_id, reserved_capture_minor = 0',
      },
      {
        effect: 'a waiting decision frees the payment',
        find: 'from operation where enough and transactions.id',
        replace: 'from operation where transactions.id',
      },
      {
        effect: 'a waiting decision has the payment read',
        find: 'select transaction_id, now() from operation where enough',
        replace: 'select transaction_id, now() from operation',
      },
      {
        effect: 'no read after a review',
        find: 'select transaction_id, now() from operation where enough',
        replace: 'select transaction_id, now() from operation where not enough',
      },
      {
        effect: 'a settled review is told as decided only',
        find: "case when enough then 'review.settled' else 'review.decided' end",
        replace: "'review.decided'",
      },
      {
        effect: 'two decisions at the same moment both wait',
        find: 'xmin = (select xmin from seen)',
        replace: 'true',
      },
      {
        effect: 'the reason of the provider stays after people decided',
        find: 'refusal_code = case when not enough then refusal_code end',
        replace: 'refusal_code = refusal_code',
      },
    ],
  },
  {
    file: 'db/queries/claim-operations.ts',
    tests: ['db/queries/claim-operations.integration.test.ts'],
    mutants: [
      {
        effect: 'lease not in the claim: two instances look at once',
        find: ' and (leased_until is null or leased_until < now())',
        replace: '',
      },
      {
        effect: 'a lease that ended is never taken up',
        find: ' and (leased_until is null or leased_until < now())',
        replace: ' and leased_until is null',
      },
      {
        effect: 'instances wait for each other, or claim twice',
        find: `        for update skip locked
`,
        replace: '',
      },
      {
        effect: 'what is not due is claimed',
        find: "'unknown') and next_check_at <= now()`",
        replace: "'unknown')`",
      },
      {
        effect: 'a pending operation is never looked at',
        find: "state in ('intended', 'sending', 'pending', 'unknown') and",
        replace: "state in ('intended', 'sending', 'unknown') and",
      },
      {
        effect: 'an intent whose process died is never given up',
        find: "state in ('intended', 'sending', 'pending', 'unknown') and",
        replace: "state in ('sending', 'pending', 'unknown') and",
      },
      {
        effect: 'a review is looked at',
        find: "state in ('intended', 'sending', 'pending', 'unknown') and",
        replace: "state in ('intended', 'sending', 'pending', 'unknown', 'needs_review') and",
      },
      {
        effect: 'a send that goes on is looked at by hand',
        find: "(state = 'sending' and next_check_at <= now())",
        replace: "state = 'sending'",
      },
      {
        effect: 'looks by hand come closer than the provider wants',
        find: `
    and coalesce(last_checked_at, sent_at) < now() - \${claim.spacingMs} * interval '1 millisecond'\``,
        replace: '`',
      },
      {
        effect: 'the first look by hand comes at once after the send',
        find: 'coalesce(last_checked_at, sent_at) <',
        replace: "coalesce(last_checked_at, '-infinity') <",
      },
      { effect: 'any operation is claimed by hand', find: 'id = ${claim.id} and (', replace: '(' },
      {
        effect: 'the newest are looked at first',
        find: `order by next_check_at
`,
        replace: `order by next_check_at desc
`,
      },
      {
        effect: 'silence counts from the send, not from its end',
        find: `  attempts.finished_at,
`,
        replace: '',
      },
      {
        effect: 'silence counts from before the deadline of a send',
        find: "operation.sent_at + ${LIMITS.operation.sendDeadlineMs} * interval '1 millisecond'",
        replace: 'operation.sent_at',
      },
      {
        effect: 'the sender is never alive: silence proves while bytes may leave',
        find: '${isSenderAlive(sql`attempts.id`)}',
        replace: 'false',
      },
      {
        effect: 'every look counts as due',
        find: "'isDue', operation.next_check_at <= now()",
        replace: "'isDue', true",
      },
      {
        effect: 'a claim leases nothing',
        find: "leased_until = now() + ${claim.leaseMs} * interval '1 millisecond'",
        replace: 'leased_until = now()',
      },
    ],
  },
]
