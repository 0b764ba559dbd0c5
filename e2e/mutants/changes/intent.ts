import type { MutatedFile } from '../mutant'

/** The guards of an intent and its attempt. */
export const INTENT: readonly MutatedFile[] = [
  {
    file: 'db/queries/operations/insert-intent.ts',
    tests: ['db/queries/operations/insert-intent.integration.test.ts'],
    mutants: [
      {
        effect: 'open operation not in the guard: two open operations of a payment',
        find: '          and open_operation_id is null\n',
        replace: '',
      },
      {
        effect: 'the difference that a new order makes is not stored',
        find: '${jsonOrNull(request.orderChanges)}::jsonb',
        replace: 'null::jsonb',
      },
      {
        effect:
          'contradiction not in the guard: money is moved on figures that contradict each other',
        find: '          and not is_contradictory\n',
        replace: '',
      },
      {
        effect: 'money revision not in the guard: money is moved from a page that is out of date',
        find: '          and money_revision = ${intent.expectedRevision}\n',
        replace: '',
      },
      {
        effect: 'currency not in the guard: an amount of another currency',
        find: '          and currency = ${request.currency}\n',
        replace: '',
      },
      {
        effect: 'phase not in the guard: a payment on hold is captured',
        find: "          and phase = 'open'\n",
        replace: '',
      },
      {
        effect: 'age of the request not in the guard: what was reported as not begun begins',
        find: `          and clock_timestamp() < \${intent.requestedAt}::timestamptz
            + \${LIMITS.operation.startDeadlineMs} * interval '1 millisecond'
`,
        replace: '',
      },
      {
        effect: 'amount may be nothing: an empty operation is sent',
        find: '${amountMinor}::bigint > 0',
        replace: '${amountMinor}::bigint >= 0',
      },
      {
        effect: 'id not in the guard: one id, two intents',
        find: '          and not exists (select 1 from operations where operations.id = ${request.operationId})\n',
        replace: '',
      },
      {
        effect: 'guard of the kind left out: any amount is taken',
        find: '          and ${guard(amountMinor)}\n',
        replace: '',
      },
      {
        effect: 'refunded not subtracted in the guard: refunds of more than was captured',
        find: 'sql`captured_minor - refunded_minor >= ${amountMinor}::bigint`',
        replace: 'sql`captured_minor >= ${amountMinor}::bigint`',
      },
      {
        effect: 'released counted as held: a capture of what was given back',
        find: 'sql`(authorized_minor - captured_minor - released_minor)`',
        replace: 'sql`(authorized_minor - captured_minor)`',
      },
      {
        effect: 'captured counted as held: a second capture of the same money',
        find: 'sql`(authorized_minor - captured_minor - released_minor)`',
        replace: 'sql`(authorized_minor - released_minor)`',
      },
      {
        effect: 'void of a part: more is released than was asked for',
        find: 'sql`${held} = ${amountMinor}::bigint`',
        replace: 'sql`${held} >= ${amountMinor}::bigint`',
      },
      {
        effect: 'captured not counted in a change of the order: below what is captured',
        find: 'captured_minor + released_minor <= ${amountMinor}',
        replace: 'released_minor <= ${amountMinor}',
      },
      {
        effect: 'released not counted in a change of the order',
        find: 'captured_minor + released_minor <= ${amountMinor}',
        replace: 'captured_minor <= ${amountMinor}',
      },
      {
        effect: 'order changed though nothing is held',
        find: 'sql`${held} > 0 and captured_minor',
        replace: 'sql`captured_minor',
      },
      {
        effect: 'extension though nothing is held',
        find: 'sql`${held} > 0 and authorized_minor',
        replace: 'sql`authorized_minor',
      },
      {
        effect: 'flag not in the guard: charged again without a debit',
        find: 'captured_minor > 0 and traits ? ${flag} and',
        replace: 'captured_minor > 0 and',
      },
      {
        effect: 'charged again though never charged',
        find: 'sql`captured_minor > 0 and traits',
        replace: 'sql`traits',
      },
      {
        effect: 'charged again above the payment’s amount',
        find: ' and amount_minor >= ${amountMinor}::bigint`',
        replace: '`',
      },
      {
        effect: 'paid out on the strength of a debit',
        find: "addStandalone('stored_card', amountMinor)",
        replace: "addStandalone('debit', amountMinor)",
      },
      {
        effect: 'a refund reserves nothing',
        find: 'reservesRefund: true',
        replace: 'reservesRefund: false',
      },
      {
        effect: 'money revision does not change with an intent',
        find: '          operation_count = operation_count + 1\n',
        replace: '          operation_count = operation_count\n',
      },
      {
        effect: 'baseline without what was refunded: a lost refund is interpreted wrongly',
        find: "            'refundedMinor', refunded_minor,",
        replace: "            'refundedMinor', 0,",
      },
      {
        effect: 'a send whose process died is never checked',
        find: "now(), now() + ${LIMITS.operation.sendDeadlineMs} * interval '1 millisecond'",
        replace: 'now(), null',
      },
      {
        effect: 'repair checks while the send goes on',
        find: "now(), now() + ${LIMITS.operation.sendDeadlineMs} * interval '1 millisecond'",
        replace: 'now(), now()',
      },
      {
        effect: 'time of the send not kept',
        find: 'event_count, now(), now() + ${LIMITS',
        replace: 'event_count, null, now() + ${LIMITS',
      },
      {
        effect: 'sent without an attempt',
        find: 'select ${intent.attemptId}, operation.id, 1 from operation',
        replace: 'select ${intent.attemptId}, operation.id, 1 from operation where false',
      },
      {
        effect: 'any attempt counts as this one after an error of the write',
        find: 'select 1 from attempts where id = ${attemptId}',
        replace: 'select 1 from attempts',
      },
    ],
  },
]
