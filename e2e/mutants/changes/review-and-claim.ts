import type { MutatedFile } from '../mutant'

/** The statements that decide about open operations, and hand them out. */
export const REVIEW_AND_CLAIM: readonly MutatedFile[] = [
  {
    file: 'db/queries/operations/record-review-decision.ts',
    tests: ['db/queries/operations/record-review-decision.integration.test.ts'],
    mutants: [
      {
        effect: 'what is not in review is decided',
        find: ` and state = 'needs_review' and `,
        replace: ' and ',
      },
      {
        effect: 'the limit of one person is compared the wrong way round',
        find: 'amount_minor <= coalesce(${LIMIT_SET}',
        replace: 'amount_minor >= coalesce(${LIMIT_SET}',
      },
      {
        effect: 'the limit itself needs two people',
        find: 'amount_minor <= coalesce(${LIMIT_SET}',
        replace: 'amount_minor < coalesce(${LIMIT_SET}',
      },
      {
        effect: 'the limit that the business has set for another currency counts',
        find: 'value ->> operations.currency',
        replace: "value ->> 'SEK'",
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
        effect: 'a settled review is reported as decided only',
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
    file: 'db/queries/operations/claim-operations.ts',
    tests: ['db/queries/operations/claim-operations.integration.test.ts'],
    mutants: [
      {
        effect: 'lease not in the claim: two instances check at once',
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
        find: "'unknown') and next_check_at <= now() and ${wanted}`",
        replace: "'unknown') and ${wanted}`",
      },
      {
        effect: 'a pending operation is never checked',
        find: "state in ('intended', 'sending', 'pending', 'unknown') and",
        replace: "state in ('intended', 'sending', 'unknown') and",
      },
      {
        effect: 'an intent whose process died is never given up',
        find: "state in ('intended', 'sending', 'pending', 'unknown') and",
        replace: "state in ('sending', 'pending', 'unknown') and",
      },
      {
        effect: 'a review is checked',
        find: "state in ('intended', 'sending', 'pending', 'unknown') and",
        replace: "state in ('intended', 'sending', 'pending', 'unknown', 'needs_review') and",
      },
      {
        effect: 'a send that goes on is checked by hand',
        find: "(state = 'sending' and next_check_at <= now())",
        replace: "state = 'sending'",
      },
      {
        effect: 'checks by hand come closer than the provider wants',
        find: `
    and coalesce(last_checked_at, sent_at) < now() - \${claim.spacingMs} * interval '1 millisecond'\``,
        replace: '`',
      },
      {
        effect: 'the first check by hand comes at once after the send',
        find: 'coalesce(last_checked_at, sent_at) <',
        replace: "coalesce(last_checked_at, '-infinity') <",
      },
      { effect: 'any operation is claimed by hand', find: 'id = ${claim.id} and (', replace: '(' },
      {
        effect: 'the newest are checked first',
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
        effect: 'a check made before the lock of an ended send is free is wasted',
        find: 'attempts.finished_at is null and ${isSenderAlive',
        replace: '${isSenderAlive',
      },
      {
        effect: 'every check counts as due',
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
